import { describe, expect, test } from 'vitest';
import { batchesOf, rangesOf } from './batches.ts';

const parts = (...items: number[]) =>
  items.map((count, index) => ({ name: `2026-0${index + 1}`, items: count, ofFront: 0 }));
const names = (batches: { name: string }[][]) =>
  batches.map((batch) => batch.map(({ name }) => name.slice(-1)).join(''));

describe('parts of a site', () => {
  test('share a process while they are small, in their order', () => {
    expect(names(batchesOf(parts(80, 900, 7000, 40)))).toEqual(['123', '4']);
    expect(batchesOf([])).toEqual([]);
  });

  test('have a process of their own when they are large', () => {
    expect(names(batchesOf(parts(9000, 9000, 10)))).toEqual(['1', '2', '3']);
  });

  test('join the front when it reads all or nearly all of their items', () => {
    const [open, older, old] = parts(8000, 1000, 100);
    const months = [{ ...open, ofFront: 8000 }, { ...older, ofFront: 1000 }, old].map((part) => ({
      ...{ name: '', items: 0, ofFront: 0 },
      ...part,
    }));
    const batches = batchesOf([{ name: 'front', items: 9000, ofFront: 9000 }, ...months]);
    expect(batches.map((batch) => batch.map(({ name }) => name))).toEqual([
      ['front', '2026-01', '2026-02'],
      ['2026-03'],
    ]);
    const small = { name: 'front', items: 2500, ofFront: 2500 };
    expect(names(batchesOf([small, ...parts(5400, 200)]))).toEqual(['t1', '2']);
  });

  test('are divided into ranges that runners build independently', () => {
    expect(rangesOf(parts(9000, 9000, 9000, 10))).toEqual(['2026-01..2026-02', '2026-03..2026-04']);
    expect(rangesOf(parts(30_000))).toEqual(['2026-01..2026-01']);
    expect(rangesOf([])).toEqual([]);
  });
});
