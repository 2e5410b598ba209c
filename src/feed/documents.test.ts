import { describe, expect, test } from 'vitest';
import { processorTime } from '../test-processor-time.ts';
import type { DocumentOrigin } from './item.ts';
import { readDocument } from './read.ts';

const origin: DocumentOrigin = { feed: 'quay', contentType: null, base: 'https://quay.example/feed.xml' };
const read = (text: string, more: Partial<DocumentOrigin> = {}) =>
  readDocument(Buffer.from(text), { ...origin, ...more });

describe('a document that is not a feed has no items and one issue that says what it is', () => {
  test.each([
    ['empty', ''],
    ['empty', ' \n\t'],
    ['html-instead-of-feed', '<!DOCTYPE html><html><body>Hello</body></html>'],
    ['html-instead-of-feed', '<HTML><head><title>rss</title></head></HTML>'],
    ['json-instead-of-feed', '{"error":"not found"}'],
    ['json-instead-of-feed', '[1,2,3]'],
    ['json-instead-of-feed', '{"broken'],
    ['list-of-feeds', '<?xml version="1.0"?><opml version="2.0"><body/></opml>'],
    ['sitemap', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>'],
    ['not-a-feed', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['not-a-feed', 'Service unavailable'],
    ['not-a-feed', '\u0000\u0001\u0002'],
  ])('%s: %j', async (code, text) => {
    const { items, issues } = await read(text);
    expect(items).toEqual([]);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]).toMatchObject({ feed: 'quay', message: expect.stringMatching(/\.$/), hint: /\w/ });
  });
});

test.each([
  '<rss><channel><title>T</title></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"/>',
  '{"version":"https://jsonfeed.org/version/1","items":[]}',
])('reads a feed without entries, without issues: %s', async (text) => {
  const { items, issues } = await read(text);
  expect([items, issues]).toEqual([[], []]);
});

test('lists the feeds that a web page links to, best first, those of comments last', async () => {
  const { feedLinks, issues } =
    await read(`<!doctype html><html><head><base href="https://quay.example/blog/">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed/">
    <link rel="alternate" type="application/rss+xml" href="rss.xml">
    <link rel="alternate" hreflang="de" href="/de/">
    <link rel="stylesheet" href="style.css">
    <link type="application/atom+xml" rel="Alternate home" href="/atom.xml">
    <link rel="alternate" type="application/feed+json; charset=utf-8" href="javascript:alert(1)">
    </head><body><a href="/feed/">RSS</a> <a href="/feeding-the-gulls">Gulls</a></body></html>`);
  expect(feedLinks).toEqual([
    'https://quay.example/atom.xml',
    'https://quay.example/blog/rss.xml',
    'https://quay.example/blog/comments/feed/',
    'https://quay.example/feed/',
  ]);
  expect(issues[0]?.hint).toContain('https://quay.example/atom.xml');
});

describe('of the feed itself', () => {
  test.each([
    ['ttl', '<ttl>30</ttl>', { ttlMinutes: 30 }],
    ['no ttl from a word', '<ttl>soon</ttl>', { ttlMinutes: null }],
    [
      'hours to skip',
      '<skipHours><hour>3</hour><hour>24</hour><hour>x</hour></skipHours>',
      { skipHours: [3, 0] },
    ],
    [
      'days to skip',
      '<skipDays><day>Sunday</day><day>Someday soon</day></skipDays>',
      { skipDays: ['Sunday'] },
    ],
    ['a licence', '<copyright>CC BY &amp;amp; thanks</copyright>', { rights: 'CC BY & thanks' }],
    [
      'its own link rather than that of its picture',
      '<image><link>https://no.example/</link></image><link>https://quay.example/</link>',
      { link: 'https://quay.example/' },
    ],
    [
      'the link to its site rather than the Atom link to itself',
      '<atom:link rel="self" href="/feed.xml"/><link>https://quay.example/</link>',
      { link: 'https://quay.example/' },
    ],
    ['a language', '<language>zh_cn</language>', { language: 'zh-CN' }],
    ['a description as HTML', '<description>&lt;b&gt;A&lt;/b&gt; b</description>', { description: 'A b' }],
    ['a title after the entries', '<item><title>I</title></item><title>T</title>', { title: 'T' }],
  ])('reads %s', async (_, fields, expected) => {
    const { feed } = await read(`<rss version="2.0"><channel>${fields}</channel></rss>`);
    expect(feed).toMatchObject(expected);
  });
});

describe('the language of an item', () => {
  const chinese =
    '<rss><channel><language>en</language><item><title>渡轮恢复运行，居民们排队</title></item></channel></rss>';
  test('is the configured one', async () => {
    const { items, feed } = await read(chinese, { language: 'zh-SG' });
    expect([items[0]?.language, feed.language]).toEqual(['zh-SG', 'zh-SG']);
  });
  test('is that of the script when the feed declares another one', async () => {
    expect((await read(chinese)).items[0]?.language).toBe('zh-Hans');
  });
  test('is that of the entry rather than of the feed', async () => {
    const { items } = await read(
      '<feed xml:lang="en"><entry xml:lang="fr"><title>A</title></entry><entry><title>B</title></entry></feed>',
    );
    expect(items.map((item) => item.language)).toEqual(['fr', 'en']);
  });
});

describe('ids', () => {
  const item = (guid: string, link: string) =>
    `<item><title>T</title><guid>${guid}</guid><link>${link}</link></item>`;
  const ids = async (entries: string[]) =>
    (await read(`<rss><channel>${entries.join('')}</channel></rss>`)).items.map(({ id }) => id);

  test('replaces an id that three entries share with their links', async () => {
    const links = [1, 2, 3].map((number) => `https://quay.example/${number}`);
    expect(await ids(links.map((link) => item('quay', link)))).toEqual(links);
  });

  test('replaces an id that counts the versions of a story with its link', async () => {
    const link = 'https://quay.example/story';
    expect(await ids([item(`${link}#1`, link), item('x#2', 'https://quay.example/x')])).toEqual([
      link,
      'x#2',
    ]);
  });

  test('keeps the ids of entries that are parts of one page', async () => {
    const page = 'https://quay.example/log';
    expect(await ids([item(`${page}#1`, page), item(`${page}#2`, page)])).toEqual([`${page}#1`, `${page}#2`]);
  });
});

describe('JSON Feed', () => {
  const feed = (item: unknown, more = {}) =>
    read(JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'Q', items: [item], ...more }));

  test.each([
    ['author as a string', { id: '1', author: 'Ida' }, { author: 'Ida' }],
    ['author as an object', { id: '1', author: { name: 'Ida' } }, { author: 'Ida' }],
    ['author as a list', { id: '1', author: [{ name: 'Ida' }, 'Jon'] }, { author: 'Ida, Jon' }],
    ['authors', { id: '1', authors: [{ name: 'Ida' }, {}] }, { author: 'Ida' }],
    ['a number as id', { id: 12, title: 'T' }, { id: '12' }],
    ['no id', { url: 'https://quay.example/1' }, { id: 'https://quay.example/1' }],
    ['text', { id: '1', content_text: 'A < B' }, { content: '<p>A &lt; B</p>' }],
    ['a title with < and &', { id: '1', title: '1 < 2 &amp; 3' }, { title: '1 < 2 & 3' }],
    ['tags as a string', { id: '1', tags: 'a,b' }, { categories: ['a', 'b'] }],
    [
      'null everywhere',
      { id: '1', title: null, url: null, tags: null, authors: null, content_html: null, attachments: null },
      { id: '1', author: null },
    ],
    [
      'wrong types',
      { id: '1', title: {}, tags: [{}], attachments: ['x'], image: 3, date_published: [] },
      { id: '1', categories: [] },
    ],
    [
      'a date',
      { id: '1', date_published: '2026-11-26T09:30:00+08:00' },
      { publishedAt: '2026-11-26T01:30:00.000Z' },
    ],
  ])('reads %s', async (_, item, expected) => {
    expect((await feed(item)).items[0]).toMatchObject(expected);
  });

  test('gives an item without an author that of the feed', async () => {
    expect((await feed({ id: '1' }, { author: { name: 'Desk' } })).items[0]?.author).toBe('Desk');
  });

  test('leaves out items that are not objects and reports their number', async () => {
    const { items, issues } = await read(
      '{"version":"https://jsonfeed.org/version/1","items":[null,{"id":"1"},7]}',
    );
    expect(items.map(({ id }) => id)).toEqual(['1']);
    expect(issues[0]?.message).toContain('2 entries could not be read');
  });

  test('reads JSON with raw line breaks in strings and commas before closing brackets', async () => {
    const { items } = await read(
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"a\nb",},{"id":"2"},]}',
    );
    expect(items.map(({ id }) => id)).toEqual(['1', '2']);
  });
});

test.each([
  ['a page of nested elements', `<html>${'<div>'.repeat(200_000)}`],
  [
    'an entry with thirty thousand dates',
    `<rss><item>${'<pubDate>99 Zzz</pubDate>'.repeat(30_000)}</item></rss>`,
  ],
  ['an entry with thirty thousand links', `<rss><item>${'<link>x</link>'.repeat(30_000)}</item></rss>`],
  [
    'a text of unfinished tags',
    `<rss><item><description>${'&lt;p'.repeat(200_000)}</description></item></rss>`,
  ],
  ['JSON of opening brackets', `{"items":[${'{"a":'.repeat(100_000)}`],
])('reads %s in under 10 seconds', async (_, text) => {
  expect(await processorTime(() => read(text))).toBeLessThan(10_000);
});

test('reports damage in one issue with the numbers of the entries', async () => {
  const sound = '<item><guid>a</guid><title>A</title></item>';
  const { items, issues } = await read(
    `<rss><channel>${sound}<item><guid>b</guid><title>B<link>x</link></item>${sound}<item><title>C</item>${sound}<item><guid>d`,
  );
  expect(items.map(({ id }) => id)).toEqual(['a', 'b', 'a', 'a']);
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    [
      'damaged-document',
      'The document breaks off before its end: entry 2 could be read in part; entries 4 and 6 could not be read.',
    ],
  ]);
});

test('takes linear time: 50,000 entries no longer for each than 2,000', async () => {
  const time = async (count: number) => {
    const item = (number: number) => `<item><title>Boat ${number}</title><guid>q${number}</guid></item>`;
    const text = `<rss><channel>${Array.from({ length: count }, (_, number) => item(number)).join('')}</channel></rss>`;
    return processorTime(async () => expect((await read(text)).items).toHaveLength(count));
  };
  const few = Math.max(await time(2000), await time(2000));
  expect(await time(50_000)).toBeLessThan(few * 25 * 4 + 1000);
}, 60_000);
