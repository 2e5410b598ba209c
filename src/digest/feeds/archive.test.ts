import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDay } from '../day.ts';
import { divideArchive } from './archive.ts';
import type { Telling } from './telling.ts';
import { testItem } from './test-feeds.ts';

let count = 0;
const on = (day: string): Telling => {
  count += 1;
  return { lead: { ...testItem, day, name: `wire-${count}` }, others: [] };
};
const namesOf = (tellings: readonly Telling[]) => new Set(tellings.map(({ lead }) => lead.name));

describe('the archive of a feed', () => {
  it('is empty while the live feed carries everything', () => {
    const all = [on('2026-10-01'), on('2026-11-22')];
    expect(divideArchive(all, namesOf(all))).toEqual({ months: new Map(), older: [] });
    expect(divideArchive([], new Set())).toEqual({ months: new Map(), older: [] });
  });

  it('has a document for each month that has wholly left the live feed, and one for what waits', () => {
    const september = [on('2026-09-30')];
    const october = [on('2026-10-01'), on('2026-10-31')];
    const november = [on('2026-11-01'), on('2026-11-20'), on('2026-11-22')];
    const all = [...september, ...october, ...november];
    const { months, older } = divideArchive(all, namesOf(november.slice(1)));
    expect([...months]).toEqual([
      ['2026-10', october],
      ['2026-09', september],
    ]);
    expect(older).toEqual(november.slice(0, 1));
  });

  it('leaves a month open while the live feed carries some of it', () => {
    const october = [on('2026-10-01'), on('2026-10-31')];
    const november = [on('2026-11-22')];
    const { months, older } = divideArchive(
      [...october, ...november],
      namesOf([...october.slice(1), ...november]),
    );
    expect(months.size).toBe(0);
    expect(older).toEqual(october.slice(0, 1));
  });

  it('leaves a month open on the first of the next, when items may still be placed into its last day', () => {
    const november = [on('2026-11-30')];
    const first = [on('2026-12-01')];
    const second = [on('2026-12-02')];
    expect(divideArchive([...november, ...first], namesOf(first)).months.size).toBe(0);
    expect([...divideArchive([...november, ...first, ...second], namesOf(second)).months.keys()]).toEqual([
      '2026-11',
    ]);
  });

  it('never opens a closed month again, nor changes it, as a paper goes on night after night', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ today: fc.nat(6), yesterday: fc.nat(3) }), { minLength: 40, maxLength: 90 }),
        fc.integer({ min: 1, max: 60 }),
        (nights, carried) => {
          const all: Telling[] = [];
          const closed = new Map<string, readonly Telling[]>();
          nights.forEach(({ today, yesterday }, index) => {
            const day = shiftDay('2026-01-20', index);
            const placed = [...Array(today).fill(day), ...Array(yesterday).fill(shiftDay(day, -1))];
            all.push(...placed.map(on));
            const newest = all.toSorted((a, b) => (a.lead.day < b.lead.day ? 1 : -1)).slice(0, carried);
            const { months, older } = divideArchive(all, namesOf(newest));
            for (const [month, tellings] of closed) expect(months.get(month)).toEqual(tellings);
            for (const [month, tellings] of months) closed.set(month, [...tellings]);
            const everywhere = [...newest, ...older, ...[...months.values()].flat()];
            expect(namesOf(everywhere)).toEqual(namesOf(all));
            expect(everywhere).toHaveLength(all.length);
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});
