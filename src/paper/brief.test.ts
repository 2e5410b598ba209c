import { describe, expect, test } from 'vitest';
import { briefOf } from './brief.ts';
import { testEdition, testItem, testStory } from './test-paper.ts';

const day = '2026-11-22';
const stories = (count: number, minutes = 1) =>
  Array.from({ length: count }, (_, index) => testStory(testItem({ day, name: `coast-${index}`, minutes })));
const idsOf = (all: ReturnType<typeof stories>) =>
  briefOf(testEdition(day, all))?.stories.map(({ id }) => id);

describe('the brief of an edition', () => {
  test('holds the eight stories that most sources tell, else in the order of the edition', () => {
    const all = stories(20);
    all[17] = testStory(testItem({ day, name: 'told' }), { sources: 4 });
    all[18] = testStory(testItem({ day, name: 'retold' }), { sources: 6 });
    expect(idsOf(all)).toEqual(['retold', 'told', ...[0, 1, 2, 3, 4, 5].map((index) => `coast-${index}`)]);
  });

  test('holds what can be read in ten minutes, but five stories at least', () => {
    expect(briefOf(testEdition(day, stories(20, 1.5)))).toMatchObject({ stories: { length: 6 }, minutes: 9 });
    expect(briefOf(testEdition(day, stories(20, 7)))).toMatchObject({ stories: { length: 5 }, minutes: 35 });
  });

  test('leaves out folded stories', () => {
    const all = stories(20);
    const folded = all.map((story) => ({ ...story, folded: true }));
    expect(idsOf([...folded.slice(0, 6), ...all.slice(6)])?.[0]).toBe('coast-6');
  });

  test('is missing in a small edition', () => {
    expect(briefOf(testEdition(day, stories(11)))).toBeNull();
    expect(briefOf(testEdition(day, stories(12)))).not.toBeNull();
  });
});
