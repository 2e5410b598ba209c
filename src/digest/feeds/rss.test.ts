import { getRssString } from '@astrojs/rss';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeedEntry } from './entry.ts';
import { toRssOptions } from './rss.ts';
import { strictly, testChannel, testContext, testEntry, wireConfig, wireItem } from './test-feeds.ts';
import { faultsOf } from './test-validity.ts';

const rssOf = async (entries: FeedEntry[], channel = testChannel) =>
  strictly(await getRssString(toRssOptions(channel, entries)));

describe('the RSS feed', () => {
  test('carries the whole cleaned article, its source, author, picture and file', async () => {
    const at = await rssOf([testEntry()]);
    expect(at('content:encoded')[0]?.text).toContain('<p>All of it.</p>');
    expect(at('description')[1]?.text).toBe('Short &amp; to the point.');
    expect(at('dc:creator')[0]?.text).toBe('A. Pilot & Co');
    expect(at('source')[0]).toMatchObject({
      text: 'Harbour Wire',
      attributes: { url: 'https://wire.example/feed' },
    });
    expect(at('media:content')[0]?.attributes).toEqual({
      url: 'https://wire.example/p.jpg?w=1&h=2',
      medium: 'image',
      width: '640',
      height: '400',
    });
    expect(at('enclosure')[0]?.attributes).toEqual({
      url: 'https://wire.example/e.mp3',
      length: '1234',
      type: 'audio/mpeg',
    });
    expect(at('link').find(({ parent }) => parent === 'item')?.text).toBe('https://wire.example/1?a=1&b=2');
    expect(at('category').map(({ text }) => text)).toEqual(['Ports']);
  });

  test('carries what players read of an episode, and passes the validator', async () => {
    const episode = {
      ...{ seconds: 3723, season: 2, number: 5, kind: 'bonus' as const, explicit: false },
      chapters: 'https://wire.example/c.json?a=1&b=2',
    };
    const xml = await getRssString(toRssOptions(testChannel, [testEntry({ episode })]));
    const at = strictly(xml);
    const texts = ['duration', 'season', 'episode', 'episodeType', 'explicit'].map(
      (name) => at(`itunes:${name}`)[0]?.text,
    );
    expect(texts).toEqual(['3723', '2', '5', 'bonus', 'no']);
    expect(at('itunes:image')[0]?.attributes).toEqual({ href: 'https://wire.example/p.jpg?w=1&h=2' });
    expect(at('podcast:chapters')[0]?.attributes['url']).toBe('https://wire.example/c.json?a=1&b=2');
    expect(faultsOf(xml)).toEqual([]);
  });

  test('says nothing of players where no entry is an episode', async () => {
    expect(await getRssString(toRssOptions(testChannel, [testEntry()]))).not.toContain('itunes');
  });

  test('names several authors one by one', async () => {
    const authors = ['Ida Moreau', 'Petty, Jon'];
    const at = await rssOf([testEntry({ author: authors.join(', '), authors })]);
    expect(at('dc:creator').map(({ text }) => text)).toEqual(authors);
  });

  test('describes itself, and dates itself by its newest item, not by the clock', async () => {
    const at = await rssOf([testEntry(), testEntry({ name: 'wire-b', publishedAt: null })]);
    expect(at('atom:link')).toHaveLength(1);
    expect(at('atom:link')[0]?.attributes).toEqual({
      rel: 'self',
      href: testChannel.self,
      type: 'application/rss+xml',
    });
    expect(at('lastBuildDate')[0]?.text).toBe('Sat, 21 Nov 2026 23:00:00 GMT');
    expect(['language', 'ttl', 'generator'].map((name) => at(name)[0]?.text)).toEqual([
      'en',
      '180',
      'Broadsheet',
    ]);
    const image = ['url', 'title', 'link', 'width', 'height'].map(
      (name) => at(name).find(({ parent }) => parent === 'image')?.text,
    );
    expect(image).toEqual([testChannel.image, testChannel.title, testChannel.link, '144', '144']);
  });

  test('is valid without items and then has no date', async () => {
    const at = await rssOf([]);
    expect(at('item')).toEqual([]);
    expect(at('lastBuildDate')).toEqual([]);
    expect(at('title')[0]?.text).toBe('Paper');
  });

  test('gives an item a permanent guid that does not depend on headline, link or site address', async () => {
    const moved = { title: 'Other', link: 'http://wire.example/other', day: '2026-11-23' };
    const context = testContext(wireConfig(), 'https://paper.example/');
    const [here, there] = await Promise.all([rssOf([testEntry()]), rssOf([testEntry(moved, '', context)])]);
    expect(there('guid')).toEqual(here('guid'));
    expect(here('guid')[0]).toMatchObject({ attributes: { isPermaLink: 'false' } });
    expect(here('guid')[0]?.text).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/);
  });

  test('puts a teaser into the description and writes no body', async () => {
    const at = await rssOf([testEntry({ fullText: false }, '<p>Two <b>sentences</b>.</p>')]);
    expect(at('description')[1]?.text).toContain('<p>Two <b>sentences</b>.</p>');
    expect(at('content:encoded')).toEqual([]);
  });

  test('keeps all files of an item, though RSS has room for one enclosure', async () => {
    const enclosures = [
      ...wireItem.enclosures,
      { url: 'https://wire.example/f.PDF?x=1', type: null, length: 0.5 },
      { url: 'https://wire.example/g', type: 'video/mp4; codecs="avc1"', length: 99 },
      { url: 'https://wire.example/h', type: 'film', length: null },
    ];
    const at = await rssOf([testEntry({ enclosures, picture: null })]);
    expect(at('enclosure')).toHaveLength(1);
    expect(at('media:content').map(({ attributes }) => attributes)).toEqual([
      { url: 'https://wire.example/f.PDF?x=1', type: 'application/pdf' },
      { url: 'https://wire.example/g', type: 'video/mp4', fileSize: '99' },
      { url: 'https://wire.example/h', type: 'application/octet-stream' },
    ]);
  });

  test('gives the date of the last change and the rights of the source', async () => {
    const context = { ...testContext(), rightsOf: () => '© Harbour Wire' };
    const at = await rssOf([testEntry({ updatedAt: '2026-11-22T01:00:00.000Z' }, '', context)], {
      ...testChannel,
      rights: 'CC BY',
    });
    expect(at('atom:updated')[0]?.text).toBe('2026-11-22T01:00:00.000Z');
    expect(at('dc:rights')[0]?.text).toBe('© Harbour Wire');
    expect(at('copyright')[0]?.text).toBe('CC BY');
  });

  test('links its archive, and marks a document that never changes', async () => {
    const archive = { previous: 'https://p.example/2026/09/rss.xml', current: null, closed: false };
    const live = await rssOf([testEntry()], { ...testChannel, archive });
    const rels = (at: typeof live) => at('atom:link').map(({ attributes }) => attributes['rel']);
    expect(rels(live)).toEqual(['self', 'prev-archive']);
    expect(live('fh:archive')).toEqual([]);
    const closed = await rssOf([testEntry()], {
      ...testChannel,
      archive: { previous: null, current: testChannel.self, closed: true },
    });
    expect(rels(closed)).toEqual(['self', 'current']);
    expect(closed('fh:archive')).toHaveLength(1);
  });

  test('leaves out an author that the library would read as a number', async () => {
    for (const author of ['00123', '1e5', '0x1F', 'true', '123456789012345678901234567890']) {
      expect((await rssOf([testEntry({ author })]))('dc:creator')).toEqual([]);
    }
  });
});

describe('hostile text', () => {
  test('is shown as text in a title by every reader', async () => {
    const title = 'How <script>x</script> &lt;b&gt; & AT&T <3';
    const at = await rssOf([testEntry({ title })]);
    const text = at('title').find(({ parent }) => parent === 'item')?.text ?? '';
    expect(text.replaceAll('\u2060', '')).toBe(title);
    expect(text).not.toMatch(/<[a-z/!?]|&\w+;/i);
    expect(text).toContain('AT&T <3');
  });

  test('stays text in an excerpt that readers take for HTML', async () => {
    const at = await rssOf([testEntry({ excerpt: 'a <img src=x onerror=alert(1)> b' })]);
    expect(at('description')[1]?.text).not.toContain('<');
  });

  test('leaves the feed well-formed wherever it is', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(']]>', '\u0000\u000b', '\ud800', '&nbsp;&#8217;', '<!--', '\ufffe', '</item>', '\r'),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, author, body) => {
        const wild = { title: `t${title}`, author, excerpt: body, categories: [title] };
        const at = await rssOf([testEntry(wild, `<p>${body}</p>`)]);
        const all = [...at('title'), ...at('description'), ...at('content:encoded'), ...at('category')];
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
        const unfit = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd-\uffff]/;
        expect(all.filter((element) => unfit.test(element.text) || !element.text.isWellFormed())).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

test('the validator of our feeds finds faults', () => {
  const item =
    '<item><title>a</title><link>/a</link><guid>1</guid><pubDate>yesterday</pubDate><content:encoded>&lt;p style="x"&gt;&lt;a href="/b"&gt;&lt;script&gt;</content:encoded><description>b</description><category> </category><enclosure url="c" length="x" type="d"/></item>';
  const rare =
    '<title>R&amp;D2 &amp;copy</title><title>b</title><author/><dc:language>cn</dc:language><atom:updated>2030-01-01T00:00:00.000Z</atom:updated><source href="http://a.example">a</source><media:content url="http://a.example" width="0" type="image"/>';
  const faults = faultsOf(
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>&lt;b></title><description>\ufffd</description>${item}${item}</channel></rss>`,
  );
  expect(
    faultsOf(
      `<rss xmlns:dc="a" xmlns:atom="b" xmlns:media="c"><channel><item>${rare}</item><ttl>1</ttl></channel></rss>`,
    ),
  ).toEqual(
    expect.arrayContaining([
      ...['title twice', 'author in item', 'attribute href of source', 'channel goes on after its items'],
      ...['language cn', 'date 2030-01-01T00:00:00.000Z', 'media', 'markup in R&D2 &copy', 'image'],
    ]),
  );
  expect(faults.sort()).toEqual(
    [
      ...['link', 'language', 'ttl', 'generator', 'image', 'no link to itself', 'guids not unique', '1', '1'],
      ...[
        'content first',
        'content first',
        'date yesterday',
        'date yesterday',
        'link /a',
        'link /a',
        'c',
        'c',
      ],
      ...['enclosure', 'enclosure', 'image', 'markup in <b>', 'category is blank', 'category is blank'],
      ...['attribute style', '/b', '<script>', 'attribute style', '/b', '<script>'],
      ...['parse error in HTML', 'parse error in HTML', 'characters that nobody means'],
    ].sort(),
  );
  expect(() => faultsOf('<rss><channel></rss>')).toThrow();
});
