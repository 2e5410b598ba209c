import { expect, test } from 'vitest';
import { readDocument } from '../read.ts';
import { itemOfAtom, itemOfRss } from './sample-entry.ts';

const T = '<title>T</title>';

test.each([
  ['a plain link', '<link>https://host.example/1</link>', 'https://host.example/1'],
  ['a link surrounded by white space', '<link>\n https://host.example/1 \n</link>', 'https://host.example/1'],
  [
    'a link with bare ampersands',
    '<link>https://host.example/?a=1&b=2&copy=3</link>',
    'https://host.example/?a=1&b=2&copy=3',
  ],
  [
    'a link in CDATA',
    '<link><![CDATA[https://host.example/?a=1&b=2]]></link>',
    'https://host.example/?a=1&b=2',
  ],
  ['a relative link', '<link>/1</link>', 'https://host.example/1'],
  ['a link without scheme', '<link>www.host.example/1</link>', 'http://www.host.example/1'],
  ['a link that takes the scheme of the document', '<link>//host.example/1</link>', 'https://host.example/1'],
  ['a guid that is an address', '<guid>https://host.example/1</guid>', 'https://host.example/1'],
  [
    'not a guid that is declared not to be a permalink',
    '<guid isPermaLink="false">https://host.example/1</guid>',
    null,
  ],
  ['not a guid without an address', '<guid>1</guid>', null],
  [
    'the link, not the guid',
    '<guid>https://host.example/2</guid><link>https://host.example/1</link>',
    'https://host.example/1',
  ],
  [
    'the original rather than its proxy',
    '<link>https://proxy.example/~r/1</link><feedburner:origLink>https://host.example/1</feedburner:origLink>',
    'https://host.example/1',
  ],
  [
    'the RSS link rather than an Atom alternate of another type',
    '<atom:link rel="alternate" type="application/json" href="/1.json"/><link>https://host.example/1</link>',
    'https://host.example/1',
  ],
  [
    'the RSS link rather than an Atom alternate for phones',
    '<atom:link rel="alternate" type="text/html" media="handheld" href="/m/1"/><link>https://host.example/1</link>',
    'https://host.example/1',
  ],
  [
    'unescaped in CDATA',
    '<link><![CDATA[https://host.example/?a=1&amp;b=2&#038;c=3]]></link>',
    'https://host.example/?a=1&b=2&c=3',
  ],
  [
    'unescaped in a guid',
    '<guid>https://host.example/?a=1&amp;amp;b=2</guid>',
    'https://host.example/?a=1&b=2',
  ],
  [
    'the text after an empty link',
    '<link/>https://host.example/?a=1&amp;b=2\n',
    'https://host.example/?a=1&b=2',
  ],
  ['the text after a link closed at once', '<link></link> https://host.example/1', 'https://host.example/1'],
  ['without a scheme too many', '<link>http://https://host.example/1</link>', 'https://host.example/1'],
  [
    'without a scheme too many and a blank',
    '<link>http:// https://host.example/1</link>',
    'https://host.example/1',
  ],
  ['with the colon that it lacks', '<link>https//host.example/1</link>', 'https://host.example/1'],
  [
    'unescaped as often as it was escaped',
    '<link>https://host.example/?a=1&amp;amp;amp;b=2</link>',
    'https://host.example/?a=1&b=2',
  ],
  ['without a scheme of feeds', '<link>feed://host.example/1</link>', 'http://host.example/1'],
  ['in angle brackets', '<link>&lt;https://host.example/1&gt;</link>', 'https://host.example/1'],
  [
    'in a tag',
    '<link>&lt;a href="https://host.example/1"&gt;Read&lt;/a&gt;</link>',
    'https://host.example/1',
  ],
  ['not a script', '<link>javascript:alert(1)</link>', null],
  ['not words', '<link>Read more</link>', null],
  [
    'the second link when the first is empty',
    '<link></link><link>https://host.example/1</link>',
    'https://host.example/1',
  ],
  ['an Atom link in RSS', '<atom:link href="https://host.example/1"/>', 'https://host.example/1'],
  ['not that of an enclosure', '<enclosure url="https://host.example/1.mp3"/>', null],
  ['not that of a picture', '<image><link>https://host.example/2</link></image>', null],
  ['comments, if nothing else', '<comments>https://host.example/1#c</comments>', 'https://host.example/1#c'],
])('the link of an item is %s', async (_, fields, link) => {
  expect((await itemOfRss(T + fields)).link).toBe(link);
});

test.each([
  [
    'the alternate',
    '<link rel="self" href="/x"/><link rel="alternate" href="/1"/>',
    'https://host.example/1',
  ],
  ['one without relation', '<link rel="edit" href="/x"/><link href="/1"/>', 'https://host.example/1'],
  [
    'the page among alternates',
    '<link rel="alternate" type="application/json" href="/x"/><link rel="alternate" type="text/html" href="/1"/>',
    'https://host.example/1',
  ],
  [
    'related, if nothing else',
    '<link rel="enclosure" href="/x.mp3"/><link rel="related" href="/1"/>',
    'https://host.example/1',
  ],
  ['an id that is an address', '<id>https://host.example/1</id>', 'https://host.example/1'],
  ['not an enclosure', '<link rel="enclosure" href="/x.mp3"/>', null],
  [
    'relative to xml:base',
    '<link xml:base="https://other.example/a/" href="1"/>',
    'https://other.example/a/1',
  ],
])('the link of an entry is %s', async (_, fields, link) => {
  expect((await itemOfAtom(T + fields)).link).toBe(link);
});

test('an empty link with its address after it is no damage, in the channel and in an entry', async () => {
  const { feed, items, issues } = await readDocument(
    Buffer.from(
      '<rss><channel><title>Q</title><link/>https://host.example/<item><title>T</title><link />\nhttps://host.example/1<guid>1</guid></item></channel></rss>',
    ),
    { feed: 'test', contentType: null, base: null },
  );
  expect([feed.link, items[0]?.link, issues]).toEqual([
    'https://host.example/',
    'https://host.example/1',
    [],
  ]);
});

test.each([
  ['<itunes:new-feed-url>https://new.example/feed</itunes:new-feed-url>', 'https://new.example/feed'],
  ['<itunes:new-feed-url>soon</itunes:new-feed-url>', undefined],
  ['', undefined],
])('the new address of a feed with %j is %s', async (fields, address) => {
  const { feed } = await readDocument(
    Buffer.from(
      `<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>${fields}</channel></rss>`,
    ),
    { feed: 'test', contentType: null, base: null },
  );
  expect(feed.movedTo).toBe(address);
});

test('relative links in a copy of a feed are resolved against the original site', async () => {
  const channel = '<link>https://site.example/news/</link>';
  expect((await itemOfRss('<link>/1</link>', channel)).link).toBe('https://site.example/1');
});

test('relative addresses in a text are resolved against its article', async () => {
  const fields =
    '<link>https://site.example/a/1.html</link><description>&lt;img src="i.png"&gt;</description>';
  expect((await itemOfRss(fields)).summary).toBe('<img src="https://site.example/a/i.png">');
});

test.each([
  ['guid', '<guid>a-1</guid><link>https://host.example/1</link>', 'a-1'],
  ['Atom id', '<id>tag:1</id><link>https://host.example/1</link>', 'tag:1'],
  ['link', '<link>https://host.example/1</link>', 'https://host.example/1'],
  ['file', '<enclosure url="https://host.example/1.mp3"/>', 'https://host.example/1.mp3'],
  ['blank guid', '<guid> </guid><link>https://host.example/1</link>', 'https://host.example/1'],
  ['relative id', '<id>/1</id>', 'https://host.example/1'],
])('the id is the %s', async (_, fields, id) => {
  expect((await itemOfRss(T + fields)).id).toBe(id);
});

test('the id of an entry without id and link is a hash of its text, whatever its title', async () => {
  const one = await itemOfRss('<title>A</title><description>Same &lt;b&gt;text&lt;/b&gt;</description>');
  const two = await itemOfRss('<title>B</title><description>Same text</description>');
  const three = await itemOfRss('<title>B</title><description>Other text</description>');
  expect(one.id).toMatch(/^sha256:[0-9a-f]{40}$/);
  expect(two.id).toBe(one.id);
  expect(three.id).not.toBe(one.id);
});
