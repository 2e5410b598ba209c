import { describe, expect, test } from 'vitest';
import type { FeedInfo } from '../../src/feed/item.ts';
import { cooldownAfter, isCoolingDown } from './cooldowns.ts';

const feed: FeedInfo = {
  title: null,
  link: null,
  language: null,
  id: null,
  description: null,
  rights: null,
  ttlMinutes: null,
  skipHours: [],
  skipDays: [],
};
const asked = new Date('2026-11-22T06:00:00Z');
const later = (minutes: number) => new Date(asked.getTime() + minutes * 60_000);

describe('the cooldown of a feed', () => {
  test('lasts for the longer of its HTTP lifetime and its ttl', () => {
    const cooldown = cooldownAfter(600, { ...feed, ttlMinutes: 60 }, asked);
    expect(isCoolingDown(cooldown, later(59))).toBe(true);
    expect(isCoolingDown(cooldown, later(60))).toBe(false);
  });

  test('covers its skipHours and skipDays, in UTC', () => {
    const hours = cooldownAfter(null, { ...feed, skipHours: [7] }, asked);
    expect([later(59), later(60), later(119), later(120)].map((now) => isCoolingDown(hours, now))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const days = cooldownAfter(null, { ...feed, skipDays: ['Sunday'] }, asked);
    expect(isCoolingDown(days, later(60))).toBe(true);
  });

  test('ends before the pull of the next night', () => {
    const always = cooldownAfter(10_000_000, { ...feed, skipHours: [2, 3, 4], skipDays: ['Monday'] }, asked);
    expect(isCoolingDown(always, later(21 * 60))).toBe(false);
  });

  test('is over when nothing is known of the feed', () => {
    expect(isCoolingDown(undefined, asked)).toBe(false);
  });
});
