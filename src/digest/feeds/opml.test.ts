import { describe, expect, test } from 'vitest';
import { readOpml } from '../../archive/opml.ts';
import { type SubscriptionList, toOpml } from './opml.ts';
import { strictly } from './test-feeds.ts';

const feed = (title: string, part: Partial<SubscriptionList['feeds'][number]> = {}) => ({
  title,
  url: `https://wire.example/${encodeURIComponent(title)}?a=1&b=2`,
  site: 'https://wire.example/',
  language: 'zh-Hans',
  topics: [],
  ...part,
});
const list: SubscriptionList = {
  title: 'Paper & sources',
  feeds: [
    feed('Harbour "Wire"', { topics: ['天下', 'a/b, c'] }),
    feed('山里人', { topics: ['2026'], site: null, language: null }),
    feed('Loose\nends \u0000'),
    feed('Second', { topics: ['天下'] }),
  ],
};

describe('the list of subscriptions', () => {
  test('contains no text that a reader could take for markup', () => {
    const at = strictly(
      toOpml({ title: '<b>P', feeds: [feed('"><img src=x onerror=xss()>', { topics: ['<i>'] })] }),
    );
    const shown = [
      at('title')[0]?.text,
      ...at('outline').flatMap(({ attributes }) => Object.values(attributes)),
    ];
    expect(shown.filter((text) => /<[a-z]/i.test(text ?? ''))).toEqual([]);
  });

  test('is OPML 2.0 with feeds without a topic first, then a folder for each topic', () => {
    const at = strictly(toOpml(list));
    expect(at('opml')[0]?.attributes).toEqual({ version: '2.0' });
    expect(at('title')[0]).toMatchObject({ parent: 'head', text: 'Paper & sources' });
    expect(at('outline').map(({ attributes }) => attributes['text'])).toEqual([
      'Loose ends',
      '天下',
      'Harbour "Wire"',
      'Second',
      '2026',
      '山里人',
    ]);
    expect(at('outline')[2]?.attributes).toEqual({
      text: 'Harbour "Wire"',
      title: 'Harbour "Wire"',
      type: 'rss',
      xmlUrl: 'https://wire.example/Harbour%20%22Wire%22?a=1&b=2',
      htmlUrl: 'https://wire.example/',
      language: 'zh-Hans',
      category: '/天下,/a b  c',
    });
  });

  test('is read back unchanged by our own import', () => {
    const read = readOpml(toOpml(list));
    expect(read?.title).toBe(list.title);
    expect(read?.unusable).toEqual([]);
    expect(read?.feeds).toEqual([
      { title: 'Loose ends', url: list.feeds[2]?.url, folders: [], language: 'zh-Hans' },
      { title: 'Harbour "Wire"', url: list.feeds[0]?.url, folders: ['天下', 'a b c'], language: 'zh-Hans' },
      { title: 'Second', url: list.feeds[3]?.url, folders: ['天下'], language: 'zh-Hans' },
      { title: '山里人', url: list.feeds[1]?.url, folders: ['2026'], language: null },
    ]);
  });
});
