import { describe, expect, it } from 'vitest';
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

describe('a feed is left to rest', () => {
  it('for the longer of its HTTP lifetime and its ttl', () => {
    const cooldown = cooldownAfter(600, { ...feed, ttlMinutes: 60 }, asked);
    expect(isCoolingDown(cooldown, later(59))).toBe(true);
    expect(isCoolingDown(cooldown, later(60))).toBe(false);
  });

  it('in the hours and on the days it asks for, in UTC', () => {
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

  it('but never longer than from one night to the next', () => {
    const always = cooldownAfter(10_000_000, { ...feed, skipHours: [2, 3, 4], skipDays: ['Monday'] }, asked);
    expect(isCoolingDown(always, later(21 * 60))).toBe(false);
  });

  it('not when nothing is known of it', () => {
    expect(isCoolingDown(undefined, asked)).toBe(false);
  });
});
