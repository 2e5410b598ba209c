import { describe, expect, test } from 'vitest';
import { closedMonths, openStories, waitingStories } from './archive.ts';
import type { FeedStory } from './feed-story.ts';
import { wireItem } from './test-feeds.ts';

const on = (day: string): FeedStory => ({ lead: { ...wireItem, day, name: `wire-${day}` }, others: [] });
const all = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01', '2026-11-22'].map(on);
const daysOf = (feedStories: readonly FeedStory[]) => feedStories.map(({ lead }) => lead.day);

describe('the archive of a feed', () => {
  test('has a document for each closed month, newest first', () => {
    const days = all.map(({ lead }) => lead);
    expect(closedMonths(days, '2026-11')).toEqual(['2026-10', '2026-09']);
    expect(closedMonths(days, '2026-09')).toEqual([]);
    expect(closedMonths([], '')).toEqual([]);
  });

  test('allows only stories of open months in the live feed', () => {
    expect(daysOf(openStories(all, '2026-11'))).toEqual(['2026-11-01', '2026-11-22']);
  });

  test('gives the stories of open months that the live feed does not carry', () => {
    expect(daysOf(waitingStories(all, new Set(['wire-2026-11-22']), '2026-10'))).toEqual([
      '2026-10-01',
      '2026-10-31',
      '2026-11-01',
    ]);
    expect(waitingStories(all, new Set(all.map(({ lead }) => lead.name)), '')).toEqual([]);
  });
});
