import { describe, expect, test } from 'vitest';
import { newFeedState } from './feed-state.ts';
import { askedAgainAt, isLeftClosed } from './retirement.ts';

const failure = { since: '2026-09-01T22:00:00.000Z', count: 1, code: 'http-410', message: 'm', hint: 'h' };
const gone = { ...newFeedState('wire', 'https://wire.example/'), retired: true, failure };

describe('a feed that is gone for good', () => {
  test('is asked again after a week, after another, and after two months once a month', () => {
    expect(isLeftClosed(gone, new Date('2026-09-07T22:00:00Z'))).toBe(true);
    expect(isLeftClosed(gone, new Date('2026-09-08T21:40:00Z'))).toBe(false);
    const second = { ...gone, goneAt: '2026-09-08T22:00:00.000Z' };
    expect(isLeftClosed(second, new Date('2026-09-14T22:00:00Z'))).toBe(true);
    expect(isLeftClosed(second, new Date('2026-09-15T21:40:00Z'))).toBe(false);
    const late = { ...gone, goneAt: '2026-11-03T22:00:00.000Z' };
    expect(isLeftClosed(late, new Date('2026-11-20T22:00:00Z'))).toBe(true);
    expect(isLeftClosed(late, new Date('2026-12-03T21:40:00Z'))).toBe(false);
  });

  test('is asked at once when nothing tells when it was last asked', () => {
    expect(isLeftClosed({ retired: true, failure: null }, new Date('2026-09-01T00:00:00Z'))).toBe(false);
    expect(askedAgainAt(newFeedState('wire', 'https://wire.example/'))).toBeNull();
  });
});
