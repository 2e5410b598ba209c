import { compareText } from '../text/compare.ts';
import type { ArchivedArticle } from './article.ts';

/** An article with the instant that decides its place in the paper. */
export interface DatedArticle<A extends ArchivedArticle = ArchivedArticle> {
  article: A;
  /** ISO instant: its own date, else that of the article archived next to it. */
  seenAt: string;
}

/**
 * The articles of one feed, oldest first. Archives number their files in order, so an article without a date, or with one
 * after `now`, gets the date of the dated article with the nearest lower number, else with the nearest higher one.
 * Articles for which there is none are `undated`.
 */
export function inOrder<A extends ArchivedArticle>(
  articles: readonly A[],
  now: Date,
): { dated: DatedArticle<A>[]; undated: A[] } {
  const isKnown = (article: A) =>
    article.item.publishedAt !== null && Date.parse(article.item.publishedAt) <= now.getTime();
  const dated = articles
    .filter(isKnown)
    .map((article) => ({ article, seenAt: article.item.publishedAt ?? '' }));
  const numbered = dated
    .filter(({ article }) => article.number !== null)
    .sort((a, b) => (a.article.number ?? 0) - (b.article.number ?? 0));
  const undated: A[] = [];
  const placed = [...dated];
  for (const article of articles) {
    if (isKnown(article)) continue;
    const seenAt = article.number === null ? null : nearest(numbered, article.number);
    if (seenAt === null) undated.push(article);
    else placed.push({ article, seenAt });
  }
  return { dated: placed.sort(byMoment), undated };
}

/** The date of the nearest article by number, lower ones first. `numbered` is sorted by number. */
function nearest(numbered: readonly DatedArticle[], number: number): string | null {
  const lower = numbered.findLast(({ article }) => (article.number ?? 0) <= number);
  return (lower ?? numbered[0])?.seenAt ?? null;
}

function byMoment(a: DatedArticle, b: DatedArticle): number {
  return (
    compareText(a.seenAt, b.seenAt) ||
    (a.article.number ?? 0) - (b.article.number ?? 0) ||
    compareText(a.article.item.id, b.article.item.id)
  );
}
