import { describe, expect, test } from 'vitest';
import type { PlacedItem } from '../../store/stored-item.ts';
import type { Story } from '../edition.ts';
import { byEdition, feedStoryOf, itemStory, newestFirst } from './feed-story.ts';
import { wireConfig, wireItem } from './test-feeds.ts';

const item = (name: string, part: Partial<PlacedItem> = {}): PlacedItem => ({ ...wireItem, name, ...part });
const story = (lead: PlacedItem, ...others: PlacedItem[]): Story => ({
  id: lead.name,
  lead,
  others,
  sources: 1 + others.length,
  ...{ continues: null, sameArticle: [], folded: false },
});
const names = (feedStory: { lead: PlacedItem; others: readonly PlacedItem[] } | null) =>
  feedStory && [feedStory.lead.name, ...feedStory.others.map(({ name }) => name)];

describe('a story in a feed', () => {
  test('has the lead of its story', () => {
    expect(names(feedStoryOf(story(item('b'), item('a'), item('c'))))).toEqual(['b', 'a', 'c']);
  });

  test('keeps the lead that subscribers have when a later item becomes the lead of the story', () => {
    const late = item('late', { firstSeenAt: '2026-11-22T23:00:00.000Z' });
    expect(names(feedStoryOf(story(late, item('a'), item('b'))))).toEqual(['a', 'late', 'b']);
    expect(names(feedStoryOf({ ...story(late, item('a'), item('b')), id: 'b' }))).toEqual(['b', 'late', 'a']);
  });

  test('has a lead of the topic in the feed of a topic, and is absent when it has none', () => {
    const two = story(item('a'), item('b', { feed: 'hills' }));
    expect(names(feedStoryOf(two, ({ feed }) => feed === 'hills'))).toEqual(['b', 'a']);
    expect(feedStoryOf(two, () => false)).toBeNull();
  });

  test('has an entry in the feed of each of its sources', () => {
    const two = story(item('a'), item('b', { feed: 'hills' }));
    expect(names(itemStory(item('b'), two))).toEqual(['b', 'a']);
  });
});

describe('the order of entries', () => {
  const old = item('late', { day: '2026-11-22', publishedAt: '2026-11-01T00:00:00.000Z' });
  const before = item('eve', { day: '2026-11-21', publishedAt: '2026-11-21T10:00:00.000Z' });
  const twin = item('twin', { day: '2026-11-21', feed: 'hills', publishedAt: '2026-11-21T10:00:00.000Z' });
  const tell = (one: PlacedItem) => ({ lead: one, others: [] });
  const sorted = (order: ReturnType<typeof byEdition>) =>
    [old, twin, before]
      .map(tell)
      .sort(order)
      .map(({ lead }) => lead.name);

  test('takes the latest edition first, so that an item that arrives late is not lost', () => {
    expect(sorted(byEdition(wireConfig()))).toEqual(['late', 'eve', 'twin']);
  });

  test('lists the newest first; entries of one instant in the order of the configuration', () => {
    expect(sorted(newestFirst(wireConfig()))).toEqual(['eve', 'twin', 'late']);
  });
});
