import { describe, expect, test } from 'vitest';
import { itemOfAtom, itemOfRss } from './sample-entry.ts';

const T = '<title>T</title>';

test.each([
  ['Dublin Core’s', '<dc:creator>Ida Moreau</dc:creator>', 'Ida Moreau'],
  ['several', '<dc:creator>Ida</dc:creator><dc:creator>Jon</dc:creator>', 'Ida, Jon'],
  ['the same twice', '<dc:creator>Ida</dc:creator><dc:creator>Ida</dc:creator>', 'Ida'],
  ['an address with a name', '<author>ida@host.example (Ida Moreau)</author>', 'Ida Moreau'],
  ['a name with an address', '<author>Ida Moreau &lt;ida@host.example&gt;</author>', 'Ida Moreau'],
  ['a name and an address', '<author>Ida Moreau (ida@host.example)</author>', 'Ida Moreau'],
  ['an address alone', '<author>ida@host.example</author>', 'ida@host.example'],
  ['a name in elements', '<author><name>Ida</name><email>i@host.example</email></author>', 'Ida'],
  ['iTunes’', '<itunes:author>Ida</itunes:author>', 'Ida'],
  ['with entities', '<dc:creator>Ida &amp;amp; Jon</dc:creator>', 'Ida & Jon'],
  ['Chinese', '<author>李小舟</author>', '李小舟'],
  ['blank', '<author> </author>', null],
])('the author is %s', async (_, fields, author) => {
  expect((await itemOfRss(T + fields)).author).toBe(author);
});

test('an entry without author has the feed’s', async () => {
  const feed = '<author><name>The Desk</name></author>';
  expect((await itemOfAtom(T, feed)).author).toBe('The Desk');
  expect((await itemOfAtom(`${T}<author><name>Ida</name></author>`, feed)).author).toBe('Ida');
});

test.each([
  ['single', '<category>A</category>', ['A']],
  ['repeated', '<category>A</category><category>B</category><category>A</category>', ['A', 'B']],
  ['in a list', '<tags>A, B</tags>', ['A', 'B']],
  ['in a Chinese list', '<itunes:keywords>海，岛、山</itunes:keywords>', ['海', '岛', '山']],
  ['Dublin Core’s', '<dc:subject>A</dc:subject>', ['A']],
  ['Atom’s terms', '<category term="A"/>', ['A']],
  ['Atom’s labels, with terms that say more', '<category term="x-1" label="A"/>', ['A', 'x-1']],
  [
    'Atom’s labels, without terms that repeat them',
    '<category term="big-boats" label="Big boats"/>',
    ['Big boats'],
  ],
  ['Atom’s labels, without addresses', '<category term="https://host.example/a" label="A"/>', ['A']],
  ['nested', '<itunes:category text="A"><itunes:category text="B"/></itunes:category>', ['A', 'B']],
  ['escaped', '<category>A &amp;amp; B</category>', ['A & B']],
  ['blank', '<category> </category><category/>', []],
])('categories are %s', async (_, fields, categories) => {
  expect((await itemOfRss(T + fields)).categories).toEqual(categories);
});

test.each([
  [
    'RSS’',
    '<enclosure url="/1.mp3" type="audio/mpeg" length="7"/>',
    [{ url: 'https://host.example/1.mp3', type: 'audio/mpeg', length: 7 }],
  ],
  [
    'without a size',
    '<enclosure url="/1.mp3" length="unknown"/>',
    [{ url: 'https://host.example/1.mp3', type: null, length: null }],
  ],
  [
    'several, each once',
    '<enclosure url="/1.mp3"/><enclosure url="/1.mp3"/><enclosure url="/2.mp3"/>',
    [
      { url: 'https://host.example/1.mp3', type: null, length: null },
      { url: 'https://host.example/2.mp3', type: null, length: null },
    ],
  ],
  [
    'Atom’s',
    '<atom:link rel="enclosure" href="/1.mp3" length="7"/>',
    [{ url: 'https://host.example/1.mp3', type: null, length: 7 }],
  ],
  [
    'Media RSS’',
    '<media:content url="/1.mp4" type="video/mp4" fileSize="9"/>',
    [{ url: 'https://host.example/1.mp4', type: 'video/mp4', length: 9 }],
  ],
  [
    'without a type that is none',
    `<enclosure url="/1.mp3" type="audio/${'x'.repeat(300)}"/><enclosure url="/2.mp3" type="a&#x202E;/b"/>`,
    [
      { url: 'https://host.example/1.mp3', type: null, length: null },
      { url: 'https://host.example/2.mp3', type: null, length: null },
    ],
  ],
  ['no scripts', '<enclosure url="javascript:alert(1)"/>', []],
  ['no players of the past', '<media:content url="/p.swf" type="application/x-shockwave-flash"/>', []],
])('files are %s', async (_, fields, enclosures) => {
  expect((await itemOfRss(T + fields)).enclosures).toEqual(enclosures);
});

describe('the picture', () => {
  test.each([
    [
      'Media RSS’',
      '<media:content url="/1.jpg" medium="image" width="640" height="480"/>',
      'https://host.example/1.jpg',
    ],
    ['a thumbnail', '<media:thumbnail url="/1.jpg"/>', 'https://host.example/1.jpg'],
    [
      'in a group',
      '<media:group><media:thumbnail url="/1.jpg"/></media:group>',
      'https://host.example/1.jpg',
    ],
    [
      'the larger form first',
      '<media:thumbnail url="/s.jpg"/><media:content url="/1.jpg" type="image/jpeg"/>',
      'https://host.example/1.jpg',
    ],
    ['iTunes’', '<itunes:image href="/1.jpg"/>', 'https://host.example/1.jpg'],
    ['an enclosed one', '<enclosure url="/1.jpg" type="image/jpeg"/>', 'https://host.example/1.jpg'],
    ['an image with an address', '<image><url>/1.jpg</url></image>', 'https://host.example/1.jpg'],
    ['no avatar', '<media:thumbnail url="/1.jpg" width="30" height="30"/>', null],
    ['no film', '<enclosure url="/1.mp4" type="video/mp4"/>', null],
  ])('is %s', async (_, fields, url) => {
    expect((await itemOfRss(T + fields)).picture?.url ?? null).toBe(url);
  });
});

test('the words of a picture are no article', async () => {
  const fields = `<media:content url="/1.jpg" medium="image"><media:title>${'x'.repeat(9000)}</media:title></media:content>`;
  expect((await itemOfRss(T + fields)).picture?.alt).toHaveLength(1000);
});

test('authors beyond number end in a whole character', async () => {
  const fields = `<author><name>${'x'.repeat(299)}😀</name></author>`;
  expect((await itemOfRss(T + fields)).author).toBe('x'.repeat(299));
});

test.each([
  ['pubDate', '<pubDate>Thu, 26 Nov 2026 09:30:00 GMT</pubDate>', '2026-11-26T09:30:00.000Z', null],
  [
    'pubDate before dc:date',
    '<dc:date>2026-01-01</dc:date><pubDate>26 Nov 2026</pubDate>',
    '2026-11-26T00:00:00.000Z',
    null,
  ],
  [
    'dc:date when pubDate is none',
    '<pubDate>soon</pubDate><dc:date>2026-01-01</dc:date>',
    '2026-01-01T00:00:00.000Z',
    null,
  ],
  [
    'published and updated',
    '<published>2026-01-01</published><updated>2026-01-02</updated>',
    '2026-01-01T00:00:00.000Z',
    '2026-01-02T00:00:00.000Z',
  ],
  ['updated alone', '<updated>2026-01-02</updated>', '2026-01-02T00:00:00.000Z', '2026-01-02T00:00:00.000Z'],
  [
    'Atom 0.3’s',
    '<issued>2026-01-01</issued><modified>2026-01-02</modified>',
    '2026-01-01T00:00:00.000Z',
    '2026-01-02T00:00:00.000Z',
  ],
  ['none', '<pubDate></pubDate>', null, null],
])('dates are %s', async (_, fields, publishedAt, updatedAt) => {
  const item = await itemOfRss(T + fields);
  expect([item.publishedAt, item.updatedAt]).toEqual([publishedAt, updatedAt]);
});
