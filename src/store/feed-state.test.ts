import { describe, expect, test } from 'vitest';
import { remember } from './feed-state.ts';

const entry = (name: string, day: string) => ({ name, day, digest: 'x' });

describe('remember', () => {
  test('keeps all items of the last document and the newest earlier ones, newest day first', () => {
    const document = [entry('a', '2026-11-01'), entry('b', '2026-11-03')];
    const earlier = [entry('c', '2026-10-01'), entry('d', '2026-10-02'), entry('a', '2026-11-01')];
    expect(remember(document, earlier, 1).map(({ name }) => name)).toEqual(['b', 'a', 'd']);
  });

  test('gives the same list for any order of the document', () => {
    const document = [entry('a', '2026-11-01'), entry('b', '2026-11-01')];
    expect(remember(document.toReversed(), [], 0)).toEqual(remember(document, [], 0));
  });
});
