import { expect, test } from 'vitest';
import { bytes, count, median, percent, seconds, times } from './figures.ts';

test('takes the middle of several runs', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(median([])).toBe(0);
});

test('prints two digits that count', () => {
  expect([0.0123, 0.5, 3.14, 12.6, 214.2].map(seconds)).toEqual([
    '0.012 s',
    '0.5 s',
    '3.1 s',
    '13 s',
    '214 s',
  ]);
  expect([400_000, 33_400_000, 1_234_000_000].map(bytes)).toEqual(['0.4 MB', '33 MB', '1.2 GB']);
  expect(times(3, 2)).toBe('1.5 ×');
  expect(percent(1, 3)).toBe('33 %');
  expect(count(109_500)).toBe('109,500');
});

test('prints a dash where there is nothing to compare with', () => {
  expect(times(3, 0)).toBe('–');
  expect(percent(1, 0)).toBe('–');
});
