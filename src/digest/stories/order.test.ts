import { describe, expect, test } from 'vitest';
import { orderStories } from './order.ts';
import type { StoryGroup, StoryInput } from './story.ts';

const items: StoryInput[] = [];
function story(...feeds: string[]): StoryGroup {
  const members = feeds.map((feed) => {
    const name = `${feed}-${items.length}`;
    const firstSeenAt = new Date(Date.UTC(2031, 2, 4, 0, items.length)).toISOString();
    items.push({
      name,
      feed,
      day: '2031-03-04',
      language: null,
      title: name,
      excerpt: '',
      signature: '',
      link: null,
      publishedAt: firstSeenAt,
      firstSeenAt,
    });
    return name;
  });
  return {
    id: members[0] ?? '',
    day: '2031-03-04',
    members,
    sameArticle: [],
    continues: null,
    reissued: false,
  };
}
const settings = (weights: Record<string, number> = {}, mostOfFeed = 10) => ({
  weights: new Map(Object.entries(weights)),
  mostOfFeed,
});

describe('orderStories', () => {
  test('puts what more feeds tell first, then newer before older', () => {
    const [a, b, c] = [story('beian'), story('beian', 'haijiao'), story('yuanfan')];
    expect(orderStories([a, b, c], items, settings()).stories).toEqual([b, c, a]);
  });

  test('takes an item without a date of its own for the oldest', () => {
    const [undated, dated] = [story('beian'), story('yuanfan')];
    const last = items.at(-2);
    if (last) last.publishedAt = null;
    const later = story('haijiao');
    expect(orderStories([undated, dated, later], items, settings()).stories).toEqual([later, dated, undated]);
  });

  test('counts a feed once, however often it tells a story', () => {
    const [often, twice] = [story('beian', 'beian', 'beian'), story('beian', 'haijiao')];
    expect(orderStories([often, twice], items, settings()).stories).toEqual([twice, often]);
  });

  test('puts a feed that weighs more before others of the same number, and in front of its story', () => {
    const [heavy, light, shared] = [story('haijiao'), story('yuanfan'), story('beian', 'haijiao')];
    const ordered = orderStories([heavy, light, shared], items, settings({ haijiao: 3 })).stories;
    expect(ordered.map(({ id }) => id)).toEqual([shared.id, heavy.id, light.id]);
    expect(ordered[0]?.members).toEqual(shared.members.toReversed());
  });

  test('folds what one feed alone tells beyond its share, never what others tell too', () => {
    const flood = Array.from({ length: 200 }, () => story('beian'));
    const [other, shared] = [story('haijiao'), story('beian', 'yuanfan')];
    const { stories, folded } = orderStories([...flood, other, shared], items, settings({}, 5));
    expect(stories).toHaveLength(7);
    expect(stories).toContainEqual(other);
    expect(stories[0]).toEqual(shared);
    expect(folded.get('beian')).toHaveLength(195);
    expect([...folded.keys()]).toEqual(['beian']);
  });

  test('gives the same order for stories in any order', () => {
    const stories = [story('beian'), story('haijiao', 'beian'), story('yuanfan'), story('beian')];
    const ordered = orderStories(stories, items, settings());
    expect(orderStories(stories.toReversed(), items, settings())).toEqual(ordered);
  });
});
