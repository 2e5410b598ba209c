import { describe, expect, test } from 'vitest';
import { countingLikeness } from './counting.ts';
import { explainStory } from './explain.ts';
import { storySignature } from './signature.ts';
import type { StoryInput } from './story.ts';

const item = (name: string, feed: string, title: string, excerpt: string): StoryInput => ({
  name,
  feed,
  day: '2031-03-04',
  title,
  language: 'zh-Hans',
  excerpt,
  signature: storySignature(title, excerpt, 'zh-Hans'),
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
  test('gives the story, what the item was compared with and what they share', () => {
    const found = explainStory('a', items);
    expect(found?.story.members.toSorted()).toEqual(['a', 'b']);
    expect(found?.compared[0]).toMatchObject({ name: 'b', inStory: true });
    const evidence = found?.compared[0]?.evidence;
    expect(evidence?.shared.map(({ kind }) => kind)).toContain('words of both headlines');
    expect(evidence?.shared.flatMap(({ terms }) => terms)).toContain('海燕');
    const { cosine = 0, scale = 0, reductions = [] } = evidence ?? {};
    expect(found?.compared[0]?.likeness).toBeCloseTo(countingLikeness(cosine * scale, reductions));
    expect(found?.compared.find(({ name }) => name === 'c')?.inStory ?? false).toBe(false);
  });

  test('lists the stories that came nearest, as the wholes that were compared', () => {
    const found = explainStory('c', items);
    expect(found?.story.members).toEqual(['c']);
    expect(found?.stories).toMatchObject([{ id: 'a', items: 2 }]);
    expect(found?.stories[0]?.likeness).toBeLessThan(found?.needed ?? 0);
  });

  test('says what each headline tells and which one stands in front', () => {
    const preview = item(
      'd',
      'linxi',
      '“海燕七号”触礁下沉，打捞即将开始',
      '在南屏岛外触礁下沉的渡轮“海燕七号”周五打捞，一百四十六人已全部获救。',
    );
    const { tellers = [] } = explainStory('a', [...items, preview]) ?? {};
    expect(tellers.map(({ name, stage }) => [name, stage])).toContainEqual(['d', 'preview']);
    expect(tellers.at(-1)).toMatchObject({ name: 'd', sign: '即将' });
    expect(tellers[0]).toMatchObject({ stage: 'result', sign: '' });
  });

  test('says why two items cannot be about one event', () => {
    const digest = item(
      'd',
      'linxi',
      '晚间要闻：“海燕七号”触礁；月票不变',
      '渡轮“海燕七号”在南屏岛外触礁下沉。',
    );
    const found = explainStory('a', [...items, digest]);
    expect(found?.compared.find(({ name }) => name === 'd')).toMatchObject({
      likeness: 0,
      inStory: false,
      evidence: { apart: 'a round-up' },
    });
  });

  test('knows no item that is not there', () => {
    expect(explainStory('z', items)).toBeNull();
  });
});
