import { type Learned, learn } from '../clean/boilerplate/learn.ts';
import { dayOf } from '../digest/day.ts';
import type { DatedArticle } from './order.ts';

/** How many articles boilerplate is learned from at a time. */
const mostANight = 150;

/** The boilerplate of a feed, learned from its archive day by day, as from pulls. `articles` are oldest first. */
export function learnFromArchive(articles: readonly DatedArticle[]): Learned | null {
  let learned: Learned | null = null;
  for (const night of nights(articles)) {
    const lessons = night.map(({ article: { item } }) => ({
      id: item.id,
      html: item.content ?? '',
      title: item.title,
    }));
    learned = learn(learned, lessons.reverse());
  }
  return learned;
}

/** The articles of each day, in groups of at most `mostANight`. */
function nights(articles: readonly DatedArticle[]): DatedArticle[][] {
  const byDay = Map.groupBy(articles, ({ seenAt }) => dayOf(seenAt, 'UTC'));
  return [...byDay.values()].flatMap((day) =>
    Array.from({ length: Math.ceil(day.length / mostANight) }, (_, index) =>
      day.slice(index * mostANight, (index + 1) * mostANight),
    ),
  );
}
