import { type Learned, learn } from '../../src/clean/boilerplate/learn.ts';
import { rawBody } from '../../src/clean/clean-item.ts';
import type { FeedConfig } from '../../src/config/schema.ts';
import type { FeedDocument } from '../../src/feed/item.ts';
import { problem } from '../../src/feed/problems.ts';
import { readDocument } from '../../src/feed/read.ts';
import type { Issue } from '../../src/issue.ts';
import { type FeedState, remember } from '../../src/store/feed-state.ts';
import { documentOrigin, type FetchedDocument } from '../fetch/request.ts';
import { addFullTexts } from './add-full-texts.ts';
import { cooldownAfter } from './cooldowns.ts';
import { keepChosen, type LeftEntries } from './keep-chosen.ts';
import { guidsChange, nameItems } from './named-item.ts';
import type { PullContext } from './pull-context.ts';
import { burstIssues, failedFeed, movedIssues, newAddress, type PulledFeed } from './pulled-feed.ts';
import { notStoredCode, type SavedDocument, saveItems } from './save-items.ts';

/** Reads a fetched document, stores its items, and gives the new state of the feed. */
export async function pullDocument(
  feed: FeedConfig,
  state: FeedState,
  outcome: FetchedDocument,
  context: PullContext,
  earlierIssues: Issue[] = [],
): Promise<PulledFeed> {
  const { document, ...left } = keepChosen(
    await readDocument(outcome.bytes, documentOrigin(feed, outcome)),
    feed,
    state,
    context,
  );
  // Once only: a page that names another page is not followed.
  const named =
    earlierIssues.length === 0 ? await followNamedFeed(feed, document, outcome.url, context) : null;
  if (named) return pullDocument(feed, state, named, context, document.issues);
  const nothing = left.listed === 0 ? document.issues[0] : undefined;
  if (nothing) return failedFeed(feed, state, nothing, context.now);
  return saveDocument(feed, state, { outcome, document, earlierIssues, left }, context);
}

/** A fetched document and what was read from it; `earlierIssues` are those of the page that names it. */
interface ReadDocument {
  outcome: FetchedDocument;
  document: FeedDocument;
  earlierIssues: Issue[];
  left: LeftEntries;
}

async function saveDocument(
  feed: FeedConfig,
  state: FeedState,
  { outcome, document, earlierIssues, left }: ReadDocument,
  context: PullContext,
): Promise<PulledFeed> {
  const { link } = document.feed;
  const movedTo = newAddress(feed.url, outcome, document);
  const { entries, changesGuids } = await nameItems(document.items, feed, state, context, link);
  const { items, issues, pages } = await addFullTexts(entries, feed, state, context.pages, {
    ...context.pageOptions,
    from: outcome.url,
  });
  // An item under a new id has taught its lesson.
  const taught = items.filter(({ hasNewId }) => !hasNewId);
  const lessons = taught.map(({ item }) => ({ id: item.id, html: rawBody(item), title: item.title }));
  const learned = learn(state.boilerplate, lessons);
  const learnedMore = state.boilerplate !== null && hasNewBoilerplate(state.boilerplate, learned);
  const stored = await saveItems(items, { ...context, feed, recent: state.recent, learned, learnedMore });
  context.cooldowns.set(feed.id, cooldownAfter(outcome.freshForSeconds, document.feed, context.now));
  const before = changesGuids ? { ...state, changesGuids } : state;
  const read = { outcome, document, left, pages };
  const after = stateAfter(before, read, stored, learned, context.now.toISOString());
  const isEmpty = left.listed === 0;
  const empty = isEmpty ? [problem(feed.id, state.recent.length > 0 ? 'emptied-feed' : 'no-entries')] : [];
  return {
    // While a feed is empty, each pull asks for all of it and says so.
    state: isEmpty ? { ...after, validators: state.validators } : after,
    result: {
      feed: feed.id,
      status: 'ok',
      added: stored.added,
      updated: stored.updated,
      unchanged: stored.unchanged,
      muted: stored.muted,
      issues: [
        ...[...earlierIssues, ...document.issues, ...empty, ...burstIssues(feed, left), ...issues],
        ...(changesGuids && !state.changesGuids ? [guidsChange(feed.id)] : []),
        ...[...stored.issues, ...movedIssues(feed, movedTo)],
      ],
    },
  };
}

/**
 * When the address of a feed gives a web page that names feeds: the first of those, fetched. It carries no validators,
 * so that the next pull asks the page again and says again which address belongs into the configuration.
 */
export async function followNamedFeed(
  feed: FeedConfig,
  page: FeedDocument,
  pageUrl: string,
  context: Pick<PullContext, 'fetch'>,
): Promise<FetchedDocument | null> {
  const [url] = page.feedLinks;
  if (page.items.length > 0 || url === undefined || url === feed.url) return null;
  const outcome = await context.fetch({ ...feed, url }, pageUrl);
  if (outcome.kind !== 'document') return null;
  return { ...outcome, validators: { etag: null, lastModified: null }, movedTo: null };
}

/** A document without anything new leaves the state as it is, even its validators: a quiet night changes no file. */
function stateAfter(
  state: FeedState,
  {
    outcome,
    document,
    left,
    pages,
  }: Pick<ReadDocument, 'outcome' | 'document' | 'left'> & Pick<FeedState, 'pages'>,
  stored: SavedDocument,
  learned: Learned,
  now: string,
): FeedState {
  const { title, link, language, rights } = document.feed;
  const movedTo = newAddress(state.url, outcome, document);
  const recent = remember(stored.seen, state.recent, Math.max(200, 2 * stored.seen.length));
  const { waiting: _, ...before } = state;
  const after = {
    ...before,
    ...(left.waiting.length > 0 ? { waiting: left.waiting } : {}),
    ...{ title, link, language, rights, movedTo },
    ...{ failure: null, recent, boilerplate: learned },
    ...(pages === undefined ? {} : { pages }),
  };
  if (state.lastSuccessAt !== null && JSON.stringify(after) === JSON.stringify(state)) return state;
  // The whole document is asked for again as long as an item of it could not be stored.
  const isWhole = stored.issues.every(({ code }) => code !== notStoredCode);
  return {
    ...after,
    validators: isWhole ? outcome.validators : { etag: null, lastModified: null },
    lastSuccessAt: now,
    lastNewAt: stored.added > 0 ? now : state.lastNewAt,
  };
}

/** Whether boilerplate of articles or titles was learned that was not known before. */
function hasNewBoilerplate(before: Learned, after: Learned): boolean {
  const known = new Set([
    ...before.affixes.prefixes,
    ...before.affixes.suffixes,
    ...Object.keys(before.furniture),
  ]);
  const all = [...after.affixes.prefixes, ...after.affixes.suffixes, ...Object.keys(after.furniture)];
  return all.some((piece) => !known.has(piece));
}
