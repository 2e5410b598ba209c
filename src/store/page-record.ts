import { compareText } from '../text/compare.ts';

/**
 * What the pages of a feed's articles were lately, oldest first: `article`, why the summary stayed (`consent`), or why the
 * page could not be fetched (`failed http-403`). Kept under `pages` in `status/<feed>.json`.
 */
export type PageRecord = readonly string[];

/** Pages that are remembered. */
export const mostPages = 30;
/** Pages without an article, one after another, from which on a feed is asked for one page a pull. */
const barrenAfter = 8;

/** The record with the pages of one pull behind it; undefined as long as none was ever asked for. */
export function recordPages(before: PageRecord | undefined, asked: PageRecord): string[] | undefined {
  return before === undefined && asked.length === 0
    ? undefined
    : [...(before ?? []), ...asked].slice(-mostPages);
}

/** Whether the pages have had no article for so long that one page a pull is enough to hear of a change. */
export function isBarren(record: PageRecord | undefined): boolean {
  const last = (record ?? []).slice(-barrenAfter);
  return last.length === barrenAfter && !last.includes('article');
}

/** Whether the last page could not be fetched: then the site may only be down. */
export function hasFailed(record: PageRecord | undefined): boolean {
  return record?.at(-1)?.startsWith('failed ') ?? false;
}

/** How many pages were none of an article, by what they were: most first. */
export function withoutArticle(record: PageRecord): { page: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const page of record) if (page !== 'article') counts.set(page, (counts.get(page) ?? 0) + 1);
  return [...counts]
    .map(([page, count]) => ({ page, count }))
    .sort((a, b) => b.count - a.count || compareText(a.page, b.page));
}
