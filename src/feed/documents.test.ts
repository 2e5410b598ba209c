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
    [
      'list-of-feeds',
      '<opml version="1.0"><head><title>Feeds</title></head><body><outline text="A" xmlUrl="https://a.example/rss"/></body></opml>',
    ],
    [
      'sitemap',
      '<?xml version="1.0"?><sitemapindex><sitemap><loc>https://a.example/</loc></sitemap></sitemapindex>',
    ],
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

describe('a feed is a feed whatever stands before its root', () => {
  const rss = '<rss version="2.0"><channel><title>Q</title><item><title>T</title></item></channel></rss>';
  const page = '<html><head><title>Q</title></head><body>Hello</body></html>';
  test.each([
    ['the doctype of XHTML', '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">'],
    ['the doctype of HTML 5', '<?xml version="1.0"?>\n<!doctype html>\n'],
    ['a comment with a page in it', `<!-- ${page} -->`],
    ['a comment with a doctype and a comment with a page', `<!-- <!DOCTYPE html> --><!--${page}-->`],
    ['an instruction with a page in it', '<?php echo "<html><body>" ?>'],
    ['a doctype whose entities hold tags', '<!DOCTYPE rss [<!ENTITY a "<html><body>">]>'],
    ['a whole page', page],
    ['a warning', '<br />\n<b>Warning</b>: mb_substr() in <b>/srv/feed.php</b> on line <b>3</b><br />\n'],
    ['blank lines and a byte order mark', '\n\n \ufeff\n'],
    ['a comment without an end', '<!-- generated'],
  ])('%s', async (_, prolog) => {
    const { items, issues } = await read(prolog + rss);
    expect([items.map(({ title }) => title), issues]).toEqual([['T'], []]);
  });

  test('even in the tags of a page', async () => {
    const { items } = await read(`<html><head></head>\n<body><pre>${rss}</pre></body></html>`);
    expect(items.map(({ title }) => title)).toEqual(['T']);
  });

  test.each([
    ['names a feed in a comment', `<!-- <rss> -->${page}`],
    ['shows a feed in its text', page.replace('Hello', '<pre><rss version="2.0"></rss></pre>')],
    ['has a doctype', `<!DOCTYPE html>${page}`],
  ])('a page that %s is none', async (_, text) => {
    expect((await read(text)).issues[0]?.code).toBe('html-instead-of-feed');
  });
});

describe('entities that a document declares itself', () => {
  const titled = async (declarations: string, title: string) => {
    const { items } = await read(
      `<!DOCTYPE rss [${declarations}]><rss version="2.0"><channel><item><title>${title}</title></item></channel></rss>`,
    );
    return items[0]?.title;
  };
  test.each([
    ['a text', '<!ENTITY co "ACME">', 'Of &co; today', 'Of ACME today'],
    ['a text in single quotes', '<!ENTITY co \'The "ACME"\'>', '&co;', 'The "ACME"'],
    ['an entity in an entity', '<!ENTITY a "A&b;"><!ENTITY b "B">', '&a;', 'AB'],
    ['a character reference', '<!ENTITY e "caf&#233;">', '&e;', 'café'],
    ['markup', '<!ENTITY b "<b>bold</b>">', 'a &b; c', 'a bold c'],
    ['two declarations, of which the first counts', '<!ENTITY a "1"><!ENTITY a "2">', '&a;', '1'],
    ['a comment between declarations', '<!-- <!ENTITY a "no"> --><!ENTITY a "yes">', '&a;', 'yes'],
    ['no entity that is in a file', '<!ENTITY a SYSTEM "file:///etc/passwd">', 'x &a;', 'x &a;'],
    ['no entity of the declaration itself', '<!ENTITY % a "b">', 'x &a;', 'x &a;'],
    ['none of XML’s own', '<!ENTITY amp "no">', 'a &amp; b', 'a & b'],
    ['no reference in a CDATA section', '<!ENTITY co "ACME">', '<![CDATA[&co;]]>', '&co;'],
    ['no entity that holds itself', '<!ENTITY a "&b;"><!ENTITY b "&a;">', 'x &a;', 'x &a;'],
  ])('are expanded: %s', async (_, declarations, title, expected) => {
    expect(await titled(declarations, title)).toBe(expected);
  });

  test('in attributes, with quotes escaped', async () => {
    const { items } = await read(
      '<!DOCTYPE feed [<!ENTITY site "https://quay.example"><!ENTITY q \'a"b\'>]><feed><entry><title>T</title><link href="&site;/1"/><category term="&q;"/></entry></feed>',
    );
    expect(items[0]).toMatchObject({ link: 'https://quay.example/1', categories: ['a"b'] });
  });

  test('stay within bounds: ten levels of ten, and one long text a thousand times', async () => {
    const levels = Array.from({ length: 10 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`);
    const laughs = await titled(`<!ENTITY a0 "lol">${levels.join('')}`, 'x &a10; &a1;');
    expect(laughs).toBe(`x &a10; ${'lol'.repeat(10)}`);
    const { items } = await read(
      `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(9000)}">]><rss><item><title>T</title><description>${'&a;'.repeat(1000)}</description></item></rss>`,
    );
    expect(items[0]?.summary?.length).toBeLessThan(1_100_000);
  });
});

describe('letters are what was meant, in every field', () => {
  const everywhere = (letters: string) =>
    `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>${letters}</title><dc:creator>${letters}</dc:creator><category>${letters}</category><description><![CDATA[<p>${letters}</p>]]></description></item></channel></rss>`;
  const fields = async (bytes: Uint8Array) => {
    const { items, issues } = await readDocument(bytes, origin);
    const [item] = items;
    return { all: [item?.title, item?.author, item?.categories[0], item?.summary], issues };
  };
  const inAll = (letters: string) => [letters, letters, letters, `<p>${letters}</p>`];

  test.each([
    ['control characters that are letters of Windows', 'don\u0092t \u0093stop\u0094\u0085', 'don’t “stop”…'],
    ['numbers of two halves of a character', '&#55357;&#56832;', '😀'],
    ['hexadecimal numbers of two halves', '&#xD83D;&#xde00;', '😀'],
    ['numbers of Windows letters', 'don&#146;t', 'don’t'],
  ])('%s', async (_, letters, expected) => {
    const { all } = await fields(Buffer.from(everywhere(letters)));
    const shown = all.map((text) => text?.replace('&#146;', '’'));
    expect(shown).toEqual(inAll(expected));
  });

  test.each([
    ['a lone byte of Windows in a text of ASCII', 'caf\xe9 noir', 'café noir'],
    ['two lone bytes in a row', 'cr\xe9\xe9e', 'créée'],
    ['a quotation mark of Windows', 'don\x92t', 'don’t'],
    ['a lone byte beside letters of UTF-8', 'na\xc3\xafve caf\xe9', 'naïve café'],
  ])('%s', async (_, letters, expected) => {
    const { all, issues } = await fields(
      Buffer.from(`<?xml version="1.0" encoding="utf-8"?>${everywhere(letters)}`, 'latin1'),
    );
    expect([all, issues]).toEqual([inAll(expected), []]);
  });

  test('JSON Feed', async () => {
    const { items } = await read(
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"don\\u0092t","content_html":"<p>don\u0092t &#55357;&#56832;</p>"}]}',
    );
    expect(items[0]).toMatchObject({ title: 'don’t', content: '<p>don’t 😀</p>' });
  });

  test('but half a Chinese character is no letter', async () => {
    const bytes = Buffer.from(everywhere('渡轮恢复运行，居民们排队').replaceAll('排队', '\ue000'));
    const halved = Buffer.from(
      bytes.toString('latin1').replaceAll(Buffer.from('\ue000').toString('latin1'), '\xe6\x8e'),
      'latin1',
    );
    const { all, issues } = await fields(halved);
    expect(all[3]).toBe('<p>渡轮恢复运行，居民们�</p>');
    expect(issues[0]?.code).toBe('damaged-text');
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

  const page = 'https://quay.example/log';
  const entry = (title: string, more = '') =>
    `<item><title>${title}</title><link>${page}</link>${more}</item>`;
  test.each([
    [
      'a guid that two entries share',
      [item('quay', 'https://quay.example/1'), item('quay', 'https://quay.example/2').replace('T<', 'U<')],
    ],
    ['a link that two entries without a guid share', [entry('A'), entry('B')]],
    ['a guid and a link that entries share', ['A', 'B', 'C'].map((title) => entry(title, '<guid>x</guid>'))],
    [
      'a link that entries with one title share',
      ['05', '06'].map((day) => entry('Tides', `<pubDate>${day} Jan 2026 06:00:00 GMT</pubDate>`)),
    ],
    [
      'a link that entries without title and date share',
      ['A', 'B'].map((text) => `<item><link>${page}</link><description>${text}</description></item>`),
    ],
  ])('gives each entry an id of its own instead of %s', async (_, entries) => {
    const given = await ids(entries);
    expect(new Set(given).size).toBe(entries.length);
    expect(given).not.toContain(page);
    expect(given).not.toContain('quay');
    expect(await ids(entries.toReversed())).toEqual(given.toReversed());
  });

  test.each([
    ['listed twice', [item('quay', page), item('quay', page)]],
    [
      'listed under two links',
      ['a', 'b'].map((part) =>
        item('quay', `https://quay.example/${part}/1`).replace(
          '</item>',
          '<description>D</description></item>',
        ),
      ),
    ],
    [
      'listed with two headlines',
      ['A', 'B'].map((title) => entry(title, '<guid>quay</guid><description>D</description>')),
    ],
  ])('keeps the guid of one entry that is %s', async (_, entries) => {
    expect(await ids(entries)).toEqual(['quay', 'quay']);
  });

  test('replaces an id that counts the versions of a story with its link', async () => {
    const link = 'https://quay.example/story';
    expect(await ids([item(`${link}#1`, link), item('x#2', 'https://quay.example/x')])).toEqual([
      link,
      'x#2',
    ]);
  });

  test('keeps the ids of entries that are parts of one page', async () => {
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
