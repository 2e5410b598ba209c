import type { Article } from './article.ts';

/** A feed with fewer articles than this is too small to tell furniture from news. */
const fewestOfFeed = 8;

/** Of the articles of large feeds, the terms that their feed has in more than `share` of its articles. */
export function furnitureOf(
  articles: readonly Article[],
  held: readonly Int32Array[],
  share: number,
): Map<Article, ReadonlySet<number>> {
  const feeds = Map.groupBy(articles.keys(), (index) => [...(articles[index]?.feeds ?? [])].sort()[0] ?? '');
  const large = [...feeds.values()].filter((own) => own.length >= fewestOfFeed);
  return new Map(
    large.flatMap((own) => {
      const counts = new Map<number, number>();
      for (const index of own) {
        for (const term of held[index] ?? []) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
      const repeated = [...counts].filter(([, count]) => count > own.length * share).map(([term]) => term);
      const terms = new Set(repeated);
      return own.flatMap((index): [Article, ReadonlySet<number>][] => {
        const article = articles[index];
        return article && terms.size > 0 ? [[article, terms]] : [];
      });
    }),
  );
}
