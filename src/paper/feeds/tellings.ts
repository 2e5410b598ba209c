import { monthOf } from '../../digest/day.ts';
import type { Edition, Story } from '../../digest/edition.ts';
import { itemTelling, type Telling, tellingOf } from '../../digest/feeds/telling.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import type { Paper } from '../make-paper.ts';
import { topicSources } from '../source-pages.ts';

/** Every story that the front of a paper reads as what a feed tells; an item that leads two stories is told once. */
export function paperTellings({ recent, waiting }: Paper): Telling[] {
  return tellings([...recent, ...waiting], (story) => tellingOf(story));
}

/** The same for the stories of one month (`YYYY-MM`), which was opened. */
export function monthTellings({ editions }: Paper, month: string): Telling[] {
  return tellings(
    editions.filter(({ day }) => monthOf(day) === month),
    (story) => tellingOf(story),
  );
}

/**
 * Every item of a source that the front reads, each with the others of its story; those from before the editions
 * that it reads stand alone.
 */
export function sourceTellings(paper: Paper, feed: string): Telling[] {
  const items = paper.sources.get(feed)?.items ?? [];
  return items.map((item) => {
    const story = item.day < paper.reach.from ? undefined : paper.places.get(item.name)?.story;
    return story === undefined ? { lead: item, others: [] } : itemTelling(item, story);
  });
}

/** Every story that a source of the topic tells, led by such a source; older items of its sources stand alone. */
export function topicTellings(paper: Paper, topic: string): Telling[] {
  const sources = topicSources(paper, topic);
  const feeds = new Set(sources.map(({ id }) => id));
  const told = tellings([...paper.recent, ...paper.waiting], (story) =>
    tellingOf(story, (item: PlacedItem) => feeds.has(item.feed)),
  );
  const earlier = sources.flatMap(({ items }) => items.filter(({ day }) => day < paper.reach.from));
  return [...told, ...earlier.map((item) => ({ lead: item, others: [] }))];
}

function tellings(editions: readonly Edition[], tell: (story: Story) => Telling | null): Telling[] {
  const told = editions.flatMap(({ stories }) => stories.flatMap((story) => tell(story) ?? []));
  return [...new Map(told.map((telling) => [telling.lead.name, telling])).values()];
}
