import { describe, expect, it } from 'vitest';
import { closedMonths, openTellings, waitingTellings } from './archive.ts';
import type { Telling } from './telling.ts';
import { testItem } from './test-feeds.ts';

const on = (day: string): Telling => ({ lead: { ...testItem, day, name: `wire-${day}` }, others: [] });
const all = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01', '2026-11-22'].map(on);
const daysOf = (tellings: readonly Telling[]) => tellings.map(({ lead }) => lead.day);

describe('the archive of a feed', () => {
  it('has a document for each month that has closed, the newest first', () => {
    const days = all.map(({ lead }) => lead);
    expect(closedMonths(days, '2026-11')).toEqual(['2026-10', '2026-09']);
    expect(closedMonths(days, '2026-09')).toEqual([]);
    expect(closedMonths([], '')).toEqual([]);
  });

  it('lets the live feed carry only what is of open months', () => {
    expect(daysOf(openTellings(all, '2026-11'))).toEqual(['2026-11-01', '2026-11-22']);
  });

  it('lets wait what is of open months and not in the live feed', () => {
    expect(daysOf(waitingTellings(all, new Set(['wire-2026-11-22']), '2026-10'))).toEqual([
      '2026-10-01',
      '2026-10-31',
      '2026-11-01',
    ]);
    expect(waitingTellings(all, new Set(all.map(({ lead }) => lead.name)), '')).toEqual([]);
  });
});
