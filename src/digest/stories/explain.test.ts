import { describe, expect, test } from 'vitest';
import { explainStory } from './explain.ts';
import { storySignature } from './signature.ts';
import type { StoryInput } from './story.ts';

const item = (name: string, feed: string, title: string, excerpt: string): StoryInput => ({
  name,
  feed,
  day: '2031-03-04',
  title,
  excerpt,
  signature: storySignature(title, excerpt),
  link: null,
  publishedAt: null,
  firstSeenAt: '2031-03-04T00:00:00.000Z',
});
const items = [
  item('a', 'beian', '渡轮“海燕七号”触礁下沉', '渡轮“海燕七号”在南屏岛外触礁下沉，一百四十六人全部获救。'),
  item('b', 'haijiao', '“海燕七号”乘客全部脱险', '雾中触礁的“海燕七号”沉没，渔船救起一百四十六人。'),
  item('c', 'yuanfan', '南屏岛渡轮下月涨价', '南屏岛渡轮公司宣布单程票涨到十二元，月票不变。'),
];

describe('explainStory', () => {
  test('tells the story, what the item was compared with and what they share', () => {
    const found = explainStory('a', items);
    expect(found?.story.members.toSorted()).toEqual(['a', 'b']);
    expect(found?.compared[0]).toMatchObject({ name: 'b', inStory: true });
    expect(found?.compared[0]?.shared).toContain('海燕');
    expect(found?.compared.find(({ name }) => name === 'c')?.inStory ?? false).toBe(false);
  });

  test('tells which other stories came nearest, as the wholes that were compared', () => {
    const found = explainStory('c', items);
    expect(found?.story.members).toEqual(['c']);
    expect(found?.stories).toMatchObject([{ id: 'a', items: 2 }]);
    expect(found?.stories[0]?.likeness).toBeLessThan(found?.needed ?? 0);
  });

  test('knows no item that is not there', () => {
    expect(explainStory('z', items)).toBeNull();
  });
});
