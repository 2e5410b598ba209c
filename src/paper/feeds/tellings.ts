import type { Story } from '../../digest/edition.ts';
import { itemTelling, type Telling, tellingOf } from '../../digest/feeds/telling.ts';
import type { PlacedItem } from '../../digest/stored-item.ts';
import type { Paper } from '../make-paper.ts';
import { topicSources } from '../source-pages.ts';

/** Every story of a paper as what a feed tells; an item that leads two stories is told once. */
export function paperTellings(paper: Paper): Telling[] {
  return tellings(paper, (story) => tellingOf(story));
}

/** Every item of a source that stands in an edition, each with the others of its story. */
export function sourceTellings(paper: Paper, feed: string): Telling[] {
  const items = paper.sources.get(feed)?.items ?? [];
  return items.flatMap((item) => {
    const place = paper.places.get(item.name);
    return place === undefined ? [] : itemTelling(item, place.story);
  });
}

/** Every story that a source of the topic tells, led by such a source. */
export function topicTellings(paper: Paper, topic: string): Telling[] {
  const feeds = new Set(topicSources(paper, topic).map(({ id }) => id));
  return tellings(paper, (story) => tellingOf(story, (item: PlacedItem) => feeds.has(item.feed)));
}

function tellings({ editions }: Paper, tell: (story: Story) => Telling | null): Telling[] {
  const told = editions.flatMap(({ stories }) => stories.flatMap((story) => tell(story) ?? []));
  return [...new Map(told.map((telling) => [telling.lead.name, telling])).values()];
}
