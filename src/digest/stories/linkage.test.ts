import { describe, expect, test } from 'vitest';
import { storyLikeness } from './likeness.ts';
import { linkStories } from './linkage.ts';
import { storySettings } from './story.ts';

/** Four articles of one event, each told by a feed of its own, and a fifth that is so much like each of them. */
function linked(fifth: readonly number[]) {
  const feeds = ['beian', 'haijiao', 'linxi', 'yuanfan', 'qingshi'].map((feed) => new Set([feed]));
  const pairs = [0, 1, 2, 3].flatMap((b) => [
    ...[0, 1, 2, 3].filter((a) => a < b).map((a) => ({ a, b, likeness: 0.3 })),
    ...(fifth[b] ? [{ a: b, b: 4, likeness: fifth[b] }] : []),
  ]);
  const likeness = (one: number[], other: number[]) => storyLikeness(one, other, feeds, pairs, storySettings);
  return { stories: linkStories(feeds, pairs, storySettings), likeness };
}

describe('linkStories', () => {
  test('draws an article that is somewhat like all articles of a story into it', () => {
    expect(linked([0.085, 0.085, 0.085, 0.085]).stories).toEqual([[0, 1, 2, 3, 4]]);
  });

  test('leaves out an article that is as much like them together, but by one of them alone', () => {
    expect(linked([0.28, 0.06, 0, 0]).stories).toEqual([[0, 1, 2, 3], [4]]);
  });

  test('joins by the likeness that stories are explained with', () => {
    for (const [fifth, joined] of [
      [[0.1, 0.09, 0.07, 0.08], true],
      [[0.06, 0.07, 0.05, 0.04], false],
      [[0.28, 0.06, 0, 0], false],
    ] as const) {
      const { stories, likeness } = linked(fifth);
      expect(stories).toHaveLength(joined ? 1 : 2);
      expect(likeness([0, 1, 2, 3], [4]) >= storySettings.sameEvent).toBe(joined);
    }
  });
});
