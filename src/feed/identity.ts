import { createHash } from 'node:crypto';
import { textOfHtml } from '../text/text-of-html.ts';
import { canonicalLink } from '../text/url.ts';
import type { Item } from './item.ts';

/**
 * The permanent name of an item, used for its file, its page and its guid in our feeds: `<feed-id>-<12 hex digits>`, the
 * first digits of sha256(feed id, line feed, identity). The identity is the entry's id; an id that is an address counts
 * without scheme and tracking parameters (`canonicalLink`), so that a publisher's move from http to https renames
 * nothing. The title never counts.
 */
export function itemName(feedId: string, item: Item): string {
  const identity = canonicalLink(item.id) ?? item.id.trim();
  const digest = createHash('sha256').update(`${feedId}\n${identity}`).digest('hex');
  return `${feedId}-${digest.slice(0, 12)}`;
}

/** The id of an entry that has neither an id nor a link: a hash of its text. */
export function contentId(text: string): string {
  return `sha256:${createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 40)}`;
}

/** By what else than its id an entry can be known again: short hashes. */
export interface Traces {
  /** Of its link, when no other entry of its document has it and it is not that of the site. */
  link?: string | undefined;
  /** Of title, date and text; '' when it has no date or another entry of its document has the same. */
  text?: string | undefined;
}

/** Traces of an entry; those of an item that an earlier version stored may lack its text. */
export type EntryTraces = Traces & { text: string };

/** The traces of the entries of a document, in its order. `site` is the address of the feed's site. */
export function entryTraces(items: readonly Item[], site: string | null): EntryTraces[] {
  const links = items.map(({ link }) => linkTrace(link, site) ?? '');
  const texts = items.map(textTrace);
  const [uses, textUses] = [countOf(links), countOf(texts)];
  return items.map((_, index) => {
    const link = links[index] ?? '';
    const text = texts[index] ?? '';
    const isOwn = link !== '' && uses.get(link) === 1;
    return { ...(isOwn ? { link } : {}), text: textUses.get(text) === 1 ? text : '' };
  });
}

/** The trace of a link, or null: the address of a site's front page is that of no entry. */
export function linkTrace(link: string | null, site: string | null): string | null {
  const canonical = canonicalLink(link);
  if (canonical === null || canonical === canonicalLink(site) || !/[/?#]/.test(canonical)) return null;
  return shortHash(canonical);
}

function textTrace({ title, publishedAt, content, summary }: Item): string {
  if (publishedAt === null) return '';
  return shortHash([title, publishedAt, textOfHtml(content ?? summary ?? '')].join('\n'));
}

function countOf(traces: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const trace of traces) counts.set(trace, (counts.get(trace) ?? 0) + 1);
  return counts;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
