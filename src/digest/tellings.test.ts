import { describe, expect, test } from 'vitest';
import { wireItem } from './feeds/test-feeds.ts';
import { listedTellings } from './tellings.ts';

const item = (feed: string, number: number) => ({ ...wireItem, feed, name: `${feed}-${number}` });
const listed = (tellings: ReturnType<typeof item>[]) => {
  const { byOthers, byItself } = listedTellings(item('wire', 0), tellings, (telling) => telling);
  return [byOthers, byItself].map((items) => items.map(({ name }) => name));
};

describe('listedTellings', () => {
  test('lists each other feed once, and further items of the own feed apart', () => {
    const tellings = [item('wire', 1), item('quay', 1), item('quay', 2), item('hill', 1), item('wire', 2)];
    expect(listed(tellings)).toEqual([
      ['quay-1', 'hill-1'],
      ['wire-1', 'wire-2'],
    ]);
  });

  test('lists a dozen of each at most', () => {
    const many = (feed: (index: number) => string) =>
      Array.from({ length: 200 }, (_, index) => item(feed(index), index));
    const [others, own] = listed([...many((index) => `feed-${index}`), ...many(() => 'wire')]);
    expect([others?.length, own?.length]).toEqual([12, 12]);
  });
});
