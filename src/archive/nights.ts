import { type Learned, learn } from '../clean/boilerplate.ts';
import { dayOf } from '../digest/day.ts';
import type { DatedArticle } from './order.ts';

/** Most articles of one night, as many as are learned from at once. */
const mostANight = 150;

/** What a feed repeats, learned from its archive a day at a time, as pulls would have. Oldest first in. */
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

function nights(articles: readonly DatedArticle[]): DatedArticle[][] {
  const byDay = Map.groupBy(articles, ({ seenAt }) => dayOf(seenAt, 'UTC'));
  return [...byDay.values()].flatMap((day) =>
    Array.from({ length: Math.ceil(day.length / mostANight) }, (_, index) =>
      day.slice(index * mostANight, (index + 1) * mostANight),
    ),
  );
}
