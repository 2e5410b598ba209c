import { describe, expect, test } from 'vitest';
import { itemOfAtom, itemOfRss } from './sample-entry.ts';

const T = '<title>T</title>';

test.each([
  ['that of Dublin Core', '<dc:creator>Ida Moreau</dc:creator>', 'Ida Moreau'],
  ['a list of several', '<dc:creator>Ida</dc:creator><dc:creator>Jon</dc:creator>', 'Ida, Jon'],
  ['listed once when given twice', '<dc:creator>Ida</dc:creator><dc:creator>Ida</dc:creator>', 'Ida'],
  ['the name after an e-mail address', '<author>ida@host.example (Ida Moreau)</author>', 'Ida Moreau'],
  ['the name before an e-mail address', '<author>Ida Moreau &lt;ida@host.example&gt;</author>', 'Ida Moreau'],
  [
    'the name before an e-mail address in brackets',
    '<author>Ida Moreau (ida@host.example)</author>',
    'Ida Moreau',
  ],
  ['an e-mail address without a name', '<author>ida@host.example</author>', 'ida@host.example'],
  ['the name in a child element', '<author><name>Ida</name><email>i@host.example</email></author>', 'Ida'],
  ['that of iTunes', '<itunes:author>Ida</itunes:author>', 'Ida'],
  ['a text with entities resolved', '<dc:creator>Ida &amp;amp; Jon</dc:creator>', 'Ida & Jon'],
  [
    'without markup',
    '<dc:creator><![CDATA[By <a href="/ida"><b>Ida</b> Moreau</a>]]></dc:creator>',
    'By Ida Moreau',
  ],
  ['without elements', '<dc:creator><b>Ida</b> Moreau</dc:creator>', 'Ida Moreau'],
  ['the name before a mailto', '<author>Ida Moreau (mailto:ida@host.example)</author>', 'Ida Moreau'],
  ['the name after a mailto', '<author>mailto:ida@host.example (Ida Moreau)</author>', 'Ida Moreau'],
  ['the name in quotes', '<author>"Ida Moreau" &lt;ida@host.example&gt;</author>', 'Ida Moreau'],
  [
    'the name before its page',
    '<dc:creator>Ida Moreau (https://host.example/ida)</dc:creator>',
    'Ida Moreau',
  ],
  ['a link with an address', '<author>&lt;a href="mailto:i@host.example"&gt;Ida&lt;/a&gt;</author>', 'Ida'],
  [
    'a name rather than an e-mail address alone',
    '<author>i@host.example</author><dc:creator>Ida</dc:creator>',
    'Ida',
  ],
  ['the name before a dash', '<author>Ida Moreau - ida@host.example</author>', 'Ida Moreau'],
  ['without a bracket left open', '<dc:creator>Ida Moreau &lt;</dc:creator>', 'Ida Moreau'],
  ['an account', '<dc:creator>@ida@host.example</dc:creator>', '@ida@host.example'],
  ['a Chinese name', '<author>李小舟</author>', '李小舟'],
  ['null when blank', '<author> </author>', null],
])('the author is %s', async (_, fields, author) => {
  expect((await itemOfRss(T + fields)).author).toBe(author);
});

test.each([
  ['Dublin Core', '<dc:creator>Ida</dc:creator><dc:creator>Moreau, Jon</dc:creator>', ['Ida', 'Moreau, Jon']],
  ['Atom', '<author><name>Ida</name></author><author><name>Jon</name></author>', ['Ida', 'Jon']],
  ['one element', '<author>i@host.example (Ida), j@host.example (Jon)</author>', ['Ida', 'Jon']],
  [
    'one element, names first',
    '<dc:creator>Ida &lt;i@host.example&gt;, Jon &lt;j@host.example&gt;</dc:creator>',
    ['Ida', 'Jon'],
  ],
  ['one author', '<dc:creator>Ida</dc:creator>', undefined],
  ['one author given twice', '<dc:creator>Ida</dc:creator><dc:creator>Ida</dc:creator>', undefined],
])('several authors stay several: %s', async (_, fields, authors) => {
  const item = await itemOfRss(T + fields);
  expect(item.authors).toEqual(authors);
  if (authors) expect(item.author).toBe(authors.join(', '));
});

test('an entry without an author has that of the feed', async () => {
  const feed = '<author><name>The Desk</name></author>';
  expect((await itemOfAtom(T, feed)).author).toBe('The Desk');
  expect((await itemOfAtom(`${T}<author><name>Ida</name></author>`, feed)).author).toBe('Ida');
});

test.each([
  ['a single one', '<category>A</category>', ['A']],
  ['without duplicates', '<category>A</category><category>B</category><category>A</category>', ['A', 'B']],
  ['split at commas', '<tags>A, B</tags>', ['A', 'B']],
  ['split at Chinese commas', '<itunes:keywords>海，岛、山</itunes:keywords>', ['海', '岛', '山']],
  ['those of Dublin Core', '<dc:subject>A</dc:subject>', ['A']],
  ['terms of Atom', '<category term="A"/>', ['A']],
  ['labels of Atom, with terms that differ', '<category term="x-1" label="A"/>', ['A', 'x-1']],
  [
    'labels of Atom, without terms that repeat them',
    '<category term="big-boats" label="Big boats"/>',
    ['Big boats'],
  ],
  [
    'labels of Atom, without terms that are addresses',
    '<category term="https://host.example/a" label="A"/>',
    ['A'],
  ],
  ['nested', '<itunes:category text="A"><itunes:category text="B"/></itunes:category>', ['A', 'B']],
  ['unescaped twice', '<category>A &amp;amp; B</category>', ['A & B']],
  ['none when blank', '<category> </category><category/>', []],
])('categories are %s', async (_, fields, categories) => {
  expect((await itemOfRss(T + fields)).categories).toEqual(categories);
});

test.each([
  [
    'those of RSS',
    '<enclosure url="/1.mp3" type="audio/mpeg" length="7"/>',
    [{ url: 'https://host.example/1.mp3', type: 'audio/mpeg', length: 7 }],
  ],
  [
    'without a size that is not a number',
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
    'those of Atom',
    '<atom:link rel="enclosure" href="/1.mp3" length="7"/>',
    [{ url: 'https://host.example/1.mp3', type: null, length: 7 }],
  ],
  [
    'those of Media RSS',
    '<media:content url="/1.mp4" type="video/mp4" fileSize="9"/>',
    [{ url: 'https://host.example/1.mp4', type: 'video/mp4', length: 9 }],
  ],
  [
    'without an invalid media type',
    `<enclosure url="/1.mp3" type="audio/${'x'.repeat(300)}"/><enclosure url="/2.mp3" type="a&#x202E;/b"/>`,
    [
      { url: 'https://host.example/1.mp3', type: null, length: null },
      { url: 'https://host.example/2.mp3', type: null, length: null },
    ],
  ],
  ['not javascript: addresses', '<enclosure url="javascript:alert(1)"/>', []],
  ['not Flash players', '<media:content url="/p.swf" type="application/x-shockwave-flash"/>', []],
])('enclosures are %s', async (_, fields, enclosures) => {
  expect((await itemOfRss(T + fields)).enclosures).toEqual(enclosures);
});

describe('the picture of an entry', () => {
  test.each([
    [
      'that of Media RSS',
      '<media:content url="/1.jpg" medium="image" width="640" height="480"/>',
      'https://host.example/1.jpg',
    ],
    ['a thumbnail', '<media:thumbnail url="/1.jpg"/>', 'https://host.example/1.jpg'],
    [
      'one in a group',
      '<media:group><media:thumbnail url="/1.jpg"/></media:group>',
      'https://host.example/1.jpg',
    ],
    [
      'the content rather than the thumbnail',
      '<media:thumbnail url="/s.jpg"/><media:content url="/1.jpg" type="image/jpeg"/>',
      'https://host.example/1.jpg',
    ],
    ['that of iTunes', '<itunes:image href="/1.jpg"/>', 'https://host.example/1.jpg'],
    [
      'an enclosure that is a picture',
      '<enclosure url="/1.jpg" type="image/jpeg"/>',
      'https://host.example/1.jpg',
    ],
    ['that of an image element', '<image><url>/1.jpg</url></image>', 'https://host.example/1.jpg'],
    ['not an avatar', '<media:thumbnail url="/1.jpg" width="30" height="30"/>', null],
    ['not a video', '<enclosure url="/1.mp4" type="video/mp4"/>', null],
  ])('is %s', async (_, fields, url) => {
    expect((await itemOfRss(T + fields)).picture?.url ?? null).toBe(url);
  });
});

test('the caption of a picture is cut at 1,000 characters', async () => {
  const fields = `<media:content url="/1.jpg" medium="image"><media:title>${'x'.repeat(9000)}</media:title></media:content>`;
  expect((await itemOfRss(T + fields)).picture?.alt).toHaveLength(1000);
});

test('a long author is cut without splitting a character', async () => {
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
    'dc:date when pubDate is not a date',
    '<pubDate>soon</pubDate><dc:date>2026-01-01</dc:date>',
    '2026-01-01T00:00:00.000Z',
    null,
  ],
  [
    'those of published and updated',
    '<published>2026-01-01</published><updated>2026-01-02</updated>',
    '2026-01-01T00:00:00.000Z',
    '2026-01-02T00:00:00.000Z',
  ],
  [
    'updated for both when alone',
    '<updated>2026-01-02</updated>',
    '2026-01-02T00:00:00.000Z',
    '2026-01-02T00:00:00.000Z',
  ],
  [
    'those of Atom 0.3',
    '<issued>2026-01-01</issued><modified>2026-01-02</modified>',
    '2026-01-01T00:00:00.000Z',
    '2026-01-02T00:00:00.000Z',
  ],
  ['null when blank', '<pubDate></pubDate>', null, null],
])('dates are %s', async (_, fields, publishedAt, updatedAt) => {
  const item = await itemOfRss(T + fields);
  expect([item.publishedAt, item.updatedAt]).toEqual([publishedAt, updatedAt]);
});
