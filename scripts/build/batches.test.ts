import { describe, expect, it } from 'vitest';
import { batchesOf, rangesOf } from './batches.ts';

const parts = (...items: number[]) =>
  items.map((count, index) => ({ name: `2026-0${index + 1}`, items: count }));
const names = (batches: { name: string }[][]) =>
  batches.map((batch) => batch.map(({ name }) => name.slice(-1)).join(''));

describe('parts of a site', () => {
  it('share a process while they are small, and keep their order', () => {
    expect(names(batchesOf(parts(80, 900, 2000, 40)))).toEqual(['123', '4']);
    expect(batchesOf([])).toEqual([]);
  });

  it('have one of their own when they are large', () => {
    expect(names(batchesOf(parts(9000, 9000, 10)))).toEqual(['1', '2', '3']);
  });

  it('are shared out as ranges that runners build without knowing of each other', () => {
    expect(rangesOf(parts(9000, 9000, 9000, 10))).toEqual(['2026-01..2026-02', '2026-03..2026-04']);
    expect(rangesOf(parts(30_000))).toEqual(['2026-01..2026-01']);
    expect(rangesOf([])).toEqual([]);
  });
});
