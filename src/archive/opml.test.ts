import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOpml } from './opml.ts';

const list = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine &amp; yours</title></head><body>${body}</body></opml>`;

describe('readOpml', () => {
  test('reads feeds with the folders around them, in the order of the list', () => {
    const read = readOpml(
      list(`<outline text="World"><outline text="Asia"><outline type="rss" text="潮报" title="潮报 &amp; Co"
        xmlUrl="https://tide.example/rss?a=1&amp;b=2" htmlUrl="https://tide.example/" language="zh-Hans"/></outline>
        <outline text="Herald" xmlUrl="https://herald.example/atom" category="/News/Coast,ferries"/></outline>
        <outline text="Last" xmlUrl="http://last.example/"/>`),
    );
    expect(read).toEqual({
      title: 'Mine & yours',
      unusable: [],
      feeds: [
        {
          title: '潮报 & Co',
          url: 'https://tide.example/rss?a=1&b=2',
          folders: ['World', 'Asia'],
          language: 'zh-Hans',
        },
        {
          title: 'Herald',
          url: 'https://herald.example/atom',
          folders: ['World', 'News', 'Coast', 'ferries'],
          language: null,
        },
        { title: 'Last', url: 'http://last.example/', folders: [], language: null },
      ],
    });
  });

  test('merges a feed that is listed twice and keeps the folders of both', () => {
    const read = readOpml(
      list(`<outline text="A"><outline text="x" xmlUrl="http://www.x.example/feed/"/></outline>
        <outline text="B"><outline text="x" xmlUrl="https://x.example/feed"/></outline>`),
    );
    expect(read?.feeds).toEqual([
      { title: 'x', url: 'http://www.x.example/feed/', folders: ['A', 'B'], language: null },
    ]);
  });

  test.each([
    ['feed://x.example/rss', 'https://x.example/rss'],
    ['feed:http://x.example/rss', 'http://x.example/rss'],
    [' https://x.example/rss ', 'https://x.example/rss'],
  ])('reads the address %s', (address, url) => {
    expect(readOpml(list(`<outline text="x" xmlUrl="${address}"/>`))?.feeds[0]?.url).toBe(url);
  });

  test('reports feeds without an http(s) address', () => {
    const read = readOpml(
      list('<outline text="Old" type="rss"/><outline text="Bad" xmlUrl="javascript:alert(1)"/>'),
    );
    expect(read).toMatchObject({ feeds: [], unusable: ['Old', 'Bad'] });
  });

  test('reads OPML that is damaged and in upper case', () => {
    const read = readOpml(
      '<OPML><BODY><OUTLINE TEXT="A & B"><OUTLINE TEXT="x" XMLURL="https://x.example/?a&b">',
    );
    expect(read?.feeds).toEqual([
      { title: 'x', url: 'https://x.example/?a&b', folders: ['A & B'], language: null },
    ]);
  });

  test('returns null for a text without outlines', () => {
    expect(readOpml('<rss><channel><item/></channel></rss>')).toBeNull();
    expect(readOpml('feeds:\n  - id: a')).toBeNull();
    expect(readOpml('')).toBeNull();
  });

  test('reads any text without an exception, and folders nested 20,000 deep', () => {
    const deep = '<outline text="a">'.repeat(20_000);
    expect(readOpml(`${deep}<outline xmlUrl="https://x.example/" text="x"/>`)?.feeds).toHaveLength(1);
    fc.assert(fc.property(fc.string(), (text) => void readOpml(`<outline ${text}`)));
  });
});
