import { expect, test } from 'vitest';
import { itemOfAtom, itemOfRss } from './sample-entry.ts';

const LONG = 'Long text. '.repeat(9).trim();

test.each([
  ['escaped', '<description>&lt;p&gt;A&lt;/p&gt;</description>', '<p>A</p>', null],
  ['in CDATA', '<description><![CDATA[<p>A & B</p>]]></description>', '<p>A & B</p>', null],
  ['with markup as it is', '<description><p>A &lt; B</p><br>C</description>', '<p>A &lt; B</p><br>C', null],
  ['with bare ampersands', '<description>A & B</description>', 'A & B', null],
  [
    'teaser and full text',
    `<description>A</description><content:encoded>${LONG}</content:encoded>`,
    'A',
    LONG,
  ],
  ['full text alone', '<content:encoded>A</content:encoded>', null, 'A'],
  ['swapped', `<description>${LONG}</description><content:encoded>A</content:encoded>`, 'A', LONG],
  ['the same twice', '<description>A</description><content:encoded>A</content:encoded>', 'A', 'A'],
  ['summary and description', `<description>A</description><summary>${LONG}</summary>`, 'A', LONG],
  ['iTunes’ repetition', '<description>A</description><itunes:summary>A</itunes:summary>', 'A', null],
  ['Dublin Core’s', '<dc:description>A</dc:description>', 'A', null],
  ['XHTML body', '<body xmlns="http://www.w3.org/1999/xhtml"><p>A</p></body>', null, '<p>A</p>'],
  ['blank', '<description> </description><content:encoded><![CDATA[  ]]></content:encoded>', null, null],
  [
    'a film’s',
    '<media:group><media:description>A\nB</media:description></media:group>',
    '<p>A<br>B</p>',
    null,
  ],
  ['a section in parts', '<description><![CDATA[A]]>]]&gt;<![CDATA[B]]></description>', 'A]]>B', null],
  ['a word processor’s', '<description><o:p>A</o:p><b>C</b></description>', 'A<b>C</b>', null],
  [
    'a foreign prefix',
    '<x:description xmlns:x="urn:x">no</x:description><description>A</description>',
    'A',
    null,
  ],
])('RSS text is read %s', async (_, fields, summary, content) => {
  const item = await itemOfRss(`<title>T</title>${fields}`);
  expect([item.summary, item.content]).toEqual([summary, content]);
});

test.each([
  ['text', '<content type="text">1 &lt; 2 &amp; 3</content>', '1 &lt; 2 &amp; 3'],
  ['html', '<content type="html">&lt;p&gt;A&lt;/p&gt;</content>', '<p>A</p>'],
  ['HTML that does not say', '<content>&lt;p&gt;A&lt;/p&gt;</content>', '<p>A</p>'],
  ['text that does not say', '<content>a &lt;tag&gt;</content>', 'a &lt;tag&gt;'],
  [
    'XHTML, in order',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b> C<br/>D</div></content>',
    'A <b>B</b> C<br>D',
  ],
  [
    'XHTML with a prefix',
    '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>A</x:p></x:div></content>',
    '<p>A</p>',
  ],
  [
    'XHTML with signs',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A &lt; B &amp;amp;</div></content>',
    'A &lt; B &amp;amp;',
  ],
  [
    'XHTML that is escaped all the same',
    '<content type="xhtml"><![CDATA[<p>A &amp; B</p>]]></content>',
    '<p>A &amp; B</p>',
  ],
  [
    'escaped, by Atom 0.3',
    '<content type="application/xhtml+xml" mode="escaped">&lt;p&gt;A&lt;/p&gt;</content>',
    '<p>A</p>',
  ],
  ['base64', '<content type="application/octet-stream">PHA+QTwvcD4=</content>', '<p>A</p>'],
  ['no picture as text', '<content type="image/png">iVBORw0KGgo=</content>', null],
  ['nothing, elsewhere', '<content type="text/html" src="https://host.example/c"/>', null],
])('Atom content is %s', async (_, fields, content) => {
  expect((await itemOfAtom(`<title>T</title><id>t</id>${fields}`)).content).toBe(content);
});

test('nested bases each count for their own part', async () => {
  const { content } = await itemOfAtom(
    `<title>T</title><content type="xhtml" xml:base="https://one.example/"><div xmlns="http://www.w3.org/1999/xhtml">
     <a href="x">1</a><p xml:base="two/"><a href="x">2</a></p><a href="x">3</a></div></content>`,
  );
  expect(content?.match(/href="[^"]*"/g)).toEqual([
    'href="https://one.example/x"',
    'href="https://one.example/two/x"',
    'href="https://one.example/x"',
  ]);
});
