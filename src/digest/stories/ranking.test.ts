import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ranking } from './ranking.ts';

describe('Ranking', () => {
  test('has the highest score in front, of equal ones the lowest position, whatever was set before', () => {
    const change = fc.record({ position: fc.nat(20), score: fc.integer({ min: -2, max: 6 }) });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const ranking = new Ranking();
        const scores = new Map<number, number>();
        for (const { position, score } of changes) {
          ranking.set(position, score);
          scores.set(position, score);
          const standing = [...scores].filter(([, each]) => each > 0);
          const [first] = standing.sort(([a, x], [b, y]) => y - x || a - b);
          expect(ranking.first()).toBe(first?.[0] ?? -1);
        }
      }),
    );
  });
});
