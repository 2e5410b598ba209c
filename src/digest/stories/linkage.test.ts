import { describe, expect, test } from 'vitest';
import { storyLikeness } from './likeness.ts';
import { linkStories } from './linkage.ts';
import { storySettings } from './story.ts';

/**
 * Four articles of one event, each told by a feed of its own, and a fifth that is so much like each of them: likenesses
 * in shares of what makes two stories one.
 */
function linked(fifth: readonly number[]) {
  const { sameEvent } = storySettings;
  const pairs = [0, 1, 2, 3].flatMap((b) => [
    ...[0, 1, 2, 3].filter((a) => a < b).map((a) => ({ a, b, likeness: 2.8 * sameEvent })),
    ...(fifth[b] ? [{ a: b, b: 4, likeness: fifth[b] * sameEvent }] : []),
  ]);
  const likeness = (one: number[], other: number[]) => storyLikeness(one, other, pairs, storySettings);
  return { stories: linkStories(5, pairs, storySettings), likeness };
}

describe('linkStories', () => {
  test('draws an article that is somewhat like all articles of a story into it', () => {
    expect(linked([0.84, 0.84, 0.84, 0.84]).stories).toEqual([[0, 1, 2, 3, 4]]);
  });

  test('leaves out an article that is as much like them together, but by one of them alone', () => {
    expect(linked([2.76, 0.6, 0, 0]).stories).toEqual([[0, 1, 2, 3], [4]]);
  });

  test('joins by the likeness that stories are explained with', () => {
    for (const [fifth, joined] of [
      [[1, 0.9, 0.8, 0.85], true],
      [[0.6, 0.7, 0.5, 0.4], false],
      [[2.76, 0.6, 0, 0], false],
    ] as const) {
      const { stories, likeness } = linked(fifth);
      expect(stories).toHaveLength(joined ? 1 : 2);
      expect(likeness([0, 1, 2, 3], [4]) >= storySettings.sameEvent).toBe(joined);
    }
  });
});
