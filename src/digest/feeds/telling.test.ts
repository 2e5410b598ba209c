import { describe, expect, it } from 'vitest';
import type { PlacedItem } from '../../store/stored-item.ts';
import type { Story } from '../edition.ts';
import { byEdition, itemTelling, newestFirst, tellingOf } from './telling.ts';
import { testConfig, testItem } from './test-feeds.ts';

const item = (name: string, part: Partial<PlacedItem> = {}): PlacedItem => ({ ...testItem, name, ...part });
const story = (lead: PlacedItem, ...others: PlacedItem[]): Story => ({
  id: lead.name,
  lead,
  others,
  sources: 1 + others.length,
  ...{ continues: null, sameArticle: [], folded: false },
});
const names = (telling: { lead: PlacedItem; others: readonly PlacedItem[] } | null) =>
  telling && [telling.lead.name, ...telling.others.map(({ name }) => name)];

describe('a story in a feed', () => {
  it('is led by its own lead', () => {
    expect(names(tellingOf(story(item('b'), item('a'), item('c'))))).toEqual(['b', 'a', 'c']);
  });

  it('keeps the lead that subscribers have when a later item takes over the story', () => {
    const late = item('late', { firstSeenAt: '2026-11-22T23:00:00.000Z' });
    expect(names(tellingOf(story(late, item('a'), item('b'))))).toEqual(['a', 'late', 'b']);
    expect(names(tellingOf({ ...story(late, item('a'), item('b')), id: 'b' }))).toEqual(['b', 'late', 'a']);
  });

  it('is led by an item of the topic in the feed of a topic, and absent where there is none', () => {
    const two = story(item('a'), item('b', { feed: 'hills' }));
    expect(names(tellingOf(two, ({ feed }) => feed === 'hills'))).toEqual(['b', 'a']);
    expect(tellingOf(two, () => false)).toBeNull();
  });

  it('is told by each source in its own feed', () => {
    const two = story(item('a'), item('b', { feed: 'hills' }));
    expect(names(itemTelling(item('b'), two))).toEqual(['b', 'a']);
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

  it('takes the latest edition first, so that an item that comes late is not lost', () => {
    expect(sorted(byEdition(testConfig()))).toEqual(['late', 'eve', 'twin']);
  });

  it('shows the newest first, of one moment in the order of the configuration', () => {
    expect(sorted(newestFirst(testConfig()))).toEqual(['eve', 'twin', 'late']);
  });
});
