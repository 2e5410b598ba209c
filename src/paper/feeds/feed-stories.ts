import { monthOf } from '../../digest/day.ts';
import type { Edition, Story } from '../../digest/edition.ts';
import { type FeedStory, feedStoryOf, itemStory } from '../../digest/feeds/feed-story.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import type { Paper } from '../make-paper.ts';
import { topicSources } from '../source-pages.ts';

/** The stories of the feed of everything: all that the front reads. An item that leads two stories makes one entry. */
export function paperStories({ recent, waiting }: Paper): FeedStory[] {
  return feedStories([...recent, ...waiting], (story) => feedStoryOf(story));
}

/** The same for one month (`YYYY-MM`), whose editions must be open. */
export function monthStories({ editions }: Paper, month: string): FeedStory[] {
  return feedStories(
    editions.filter(({ day }) => monthOf(day) === month),
    (story) => feedStoryOf(story),
  );
}

/**
 * Every item of a source that the front reads, each with the other items of its story. Items older than the editions
 * that the front reads come without their story.
 */
export function sourceStories(paper: Paper, feed: string): FeedStory[] {
  const items = paper.sources.get(feed)?.items ?? [];
  return items.map((item) => {
    const story = item.day < paper.reach.from ? undefined : paper.places.get(item.name)?.story;
    return story === undefined ? { lead: item, others: [] } : itemStory(item, story);
  });
}

/**
 * Every story with a source of the topic, led by such a source; older items of its sources come without their story.
 */
export function topicStories(paper: Paper, topic: string): FeedStory[] {
  const sources = topicSources(paper, topic);
  const feeds = new Set(sources.map(({ id }) => id));
  const told = feedStories([...paper.recent, ...paper.waiting], (story) =>
    feedStoryOf(story, (item: PlacedItem) => feeds.has(item.feed)),
  );
  const earlier = sources.flatMap(({ items }) => items.filter(({ day }) => day < paper.reach.from));
  return [...told, ...earlier.map((item) => ({ lead: item, others: [] }))];
}

function feedStories(editions: readonly Edition[], tell: (story: Story) => FeedStory | null): FeedStory[] {
  const told = editions.flatMap(({ stories }) => stories.flatMap((story) => tell(story) ?? []));
  return [...new Map(told.map((feedStory) => [feedStory.lead.name, feedStory])).values()];
}
