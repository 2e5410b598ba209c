import { type Learned, learn } from '../../src/clean/boilerplate/learn.ts';
import { cleaningInputs, rawBody } from '../../src/clean/clean-item.ts';
import type { CustomRules } from '../../src/clean/custom-rules.ts';
import type { FeedConfig } from '../../src/config/schema.ts';
import { entryDigest } from '../../src/digest/item-record.ts';
import { itemName } from '../../src/feed/identity.ts';
import type { FeedDocument, Item } from '../../src/feed/item.ts';
import { readDocument } from '../../src/feed/read.ts';
import type { Issue } from '../../src/issue.ts';
import { type FeedState, remember } from '../../src/store/feed-state.ts';
import { documentOrigin } from '../fetch/request.ts';
import { withFullTexts } from './full-texts.ts';
import { wishOf } from './patience.ts';
import { type FeedPullOptions, type Fetched, failed, moved, type Pulled } from './pulled.ts';
import { type NamedItem, type StoredDocument, storeItems } from './store-items.ts';

/** Reads a fetched document, stores its items, and says what to remember of the feed. */
export async function pullDocument(
  feed: FeedConfig,
  state: FeedState,
  outcome: Fetched,
  facts: FeedPullOptions,
  earlierIssues: Issue[] = [],
): Promise<Pulled> {
  // The others are gone from here on: a document may hold tens of thousands.
  const document = keepNewest(
    await readDocument(outcome.bytes, documentOrigin(feed, outcome)),
    feed.maxItems,
  );
  // Once: a page that names a page leads nowhere.
  const named = earlierIssues.length === 0 ? await followNamedFeed(feed, document, outcome.url, facts) : null;
  if (named) return pullDocument(feed, state, named, facts, document.issues);
  const nothing = document.items.length === 0 ? document.issues[0] : undefined;
  if (nothing) return failed(feed, state, nothing, facts);
  const entries = nameItems(document.items, feed, facts.custom);
  const { items, issues } = await withFullTexts(entries, feed, state.recent, facts.pages, {
    ...facts.pageOptions,
    from: outcome.url,
  });
  const lessons = items.map(({ item }) => ({ id: item.id, html: rawBody(item), title: item.title }));
  const learned = learn(state.boilerplate, lessons);
  const learnedMore = state.boilerplate !== null && hasNewFurniture(state.boilerplate, learned);
  const stored = await storeItems(items, { ...facts, feed, recent: state.recent, learned, learnedMore });
  facts.wishes[feed.id] = wishOf(outcome.freshForSeconds, document.feed, facts.now);
  return {
    state: stateAfter(state, { outcome, document, stored, learned }, facts.now.toISOString()),
    result: {
      feed: feed.id,
      status: 'ok',
      added: stored.added,
      updated: stored.updated,
      unchanged: stored.unchanged,
      muted: stored.muted,
      issues: [
        ...[...earlierIssues, ...document.issues, ...issues],
        ...[...stored.issues, ...moved(feed, outcome.movedTo)],
      ],
    },
  };
}

/**
 * A web page that stands at a feed's address and names its feeds: the first of those, fetched. Without validators,
 * so that the next pull asks the page again and repeats what to put into the configuration.
 */
export async function followNamedFeed(
  feed: FeedConfig,
  page: FeedDocument,
  pageUrl: string,
  facts: Pick<FeedPullOptions, 'fetch'>,
): Promise<Fetched | null> {
  const [url] = page.feedLinks;
  if (page.items.length > 0 || url === undefined || url === feed.url) return null;
  const outcome = await facts.fetch({ ...feed, url }, pageUrl);
  if (outcome.kind !== 'document') return null;
  return { ...outcome, validators: { etag: null, lastModified: null }, movedTo: null };
}

/** What one document went through. */
interface Step {
  outcome: Fetched;
  document: FeedDocument;
  stored: StoredDocument;
  learned: Learned;
}

/** A document that brought nothing changes nothing, not even its validators: a quiet night leaves no trace. */
function stateAfter(state: FeedState, { outcome, document, stored, learned }: Step, now: string): FeedState {
  const { title, link, language, rights } = document.feed;
  const recent = remember(stored.seen, state.recent, Math.max(200, 2 * stored.seen.length));
  const after = {
    ...state,
    ...{ title, link, language, rights, movedTo: outcome.movedTo },
    ...{ failure: null, recent, boilerplate: learned },
  };
  if (state.lastSuccessAt !== null && JSON.stringify(after) === JSON.stringify(state)) return state;
  return {
    ...after,
    validators: outcome.validators,
    lastSuccessAt: now,
    lastNewAt: stored.added > 0 ? now : state.lastNewAt,
  };
}

/** Whether there is something to take out of articles or titles that was not known before. */
function hasNewFurniture(before: Learned, after: Learned): boolean {
  const known = new Set([
    ...before.affixes.prefixes,
    ...before.affixes.suffixes,
    ...Object.keys(before.furniture),
  ]);
  const all = [...after.affixes.prefixes, ...after.affixes.suffixes, ...Object.keys(after.furniture)];
  return all.some((piece) => !known.has(piece));
}

/** Each item once, with its name for good and the digest of the entry and of how the feed is cleaned. */
function nameItems(items: readonly Item[], feed: FeedConfig, custom: CustomRules): NamedItem[] {
  const inputs = cleaningInputs(feed, custom);
  const named = new Map<string, NamedItem>();
  for (const item of items) {
    const name = itemName(feed.id, item);
    if (!named.has(name)) named.set(name, { name, item, digest: entryDigest(item, inputs) });
  }
  return [...named.values()];
}

function keepNewest(document: FeedDocument, count: number): FeedDocument {
  return { ...document, items: newest(document.items, count) };
}

/** The `count` newest items; those without a date stay where the document has them, which is newest first. */
function newest(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  const dated = items.every((item) => item.publishedAt !== null);
  const sorted = dated
    ? items.toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))
    : [...items];
  return sorted.slice(0, count);
}
