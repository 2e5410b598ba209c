import { expect, test } from 'vitest';
import { itemOfAtom, itemOfRss } from './sample-entry.ts';

const LONG = 'Long text. '.repeat(9).trim();

test.each([
  ['unescaped', '<description>&lt;p&gt;A&lt;/p&gt;</description>', '<p>A</p>', null],
  ['as it is in CDATA', '<description><![CDATA[<p>A & B</p>]]></description>', '<p>A & B</p>', null],
  ['with inline markup', '<description><p>A &lt; B</p><br>C</description>', '<p>A &lt; B</p><br>C', null],
  ['with unescaped ampersands', '<description>A & B</description>', 'A & B', null],
  [
    'as summary and full text',
    `<description>A</description><content:encoded>${LONG}</content:encoded>`,
    'A',
    LONG,
  ],
  ['as full text alone', '<content:encoded>A</content:encoded>', null, 'A'],
  [
    'with the longer text as full text',
    `<description>${LONG}</description><content:encoded>A</content:encoded>`,
    'A',
    LONG,
  ],
  ['as both when equal', '<description>A</description><content:encoded>A</content:encoded>', 'A', 'A'],
  [
    'with the longer one of description and summary as full text',
    `<description>A</description><summary>${LONG}</summary>`,
    'A',
    LONG,
  ],
  [
    'without the repetition of iTunes',
    '<description>A</description><itunes:summary>A</itunes:summary>',
    'A',
    null,
  ],
  ['from Dublin Core', '<dc:description>A</dc:description>', 'A', null],
  ['from an XHTML body', '<body xmlns="http://www.w3.org/1999/xhtml"><p>A</p></body>', null, '<p>A</p>'],
  [
    'as null when blank',
    '<description> </description><content:encoded><![CDATA[  ]]></content:encoded>',
    null,
    null,
  ],
  [
    'from the description of a video',
    '<media:group><media:description>A\nB</media:description></media:group>',
    '<p>A<br>B</p>',
    null,
  ],
  [
    'from adjacent CDATA sections',
    '<description><![CDATA[A]]>]]&gt;<![CDATA[B]]></description>',
    'A]]>B',
    null,
  ],
  ['without tags of a word processor', '<description><o:p>A</o:p><b>C</b></description>', 'A<b>C</b>', null],
  [
    'without elements of unknown namespaces',
    '<x:description xmlns:x="urn:x">no</x:description><description>A</description>',
    'A',
    null,
  ],
])('reads the text of an RSS item %s', async (_, fields, summary, content) => {
  const item = await itemOfRss(`<title>T</title>${fields}`);
  expect([item.summary, item.content]).toEqual([summary, content]);
});

test.each([
  ['escaped when declared as text', '<content type="text">1 &lt; 2 &amp; 3</content>', '1 &lt; 2 &amp; 3'],
  ['unescaped when declared as HTML', '<content type="html">&lt;p&gt;A&lt;/p&gt;</content>', '<p>A</p>'],
  ['unescaped when it looks like HTML', '<content>&lt;p&gt;A&lt;/p&gt;</content>', '<p>A</p>'],
  ['escaped when it looks like text', '<content>a &lt;tag&gt;</content>', 'a &lt;tag&gt;'],
  [
    'XHTML in the order of text and elements',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b> C<br/>D</div></content>',
    'A <b>B</b> C<br>D',
  ],
  [
    'XHTML without its namespace prefix',
    '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>A</x:p></x:div></content>',
    '<p>A</p>',
  ],
  [
    'XHTML with < and & escaped',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A &lt; B &amp;amp;</div></content>',
    'A &lt; B &amp;amp;',
  ],
  [
    'unescaped when declared as XHTML but escaped',
    '<content type="xhtml"><![CDATA[<p>A &amp; B</p>]]></content>',
    '<p>A &amp; B</p>',
  ],
  [
    'unescaped for the mode `escaped` of Atom 0.3',
    '<content type="application/xhtml+xml" mode="escaped">&lt;p&gt;A&lt;/p&gt;</content>',
    '<p>A</p>',
  ],
  ['decoded from base64', '<content type="application/octet-stream">PHA+QTwvcD4=</content>', '<p>A</p>'],
  ['null for a picture', '<content type="image/png">iVBORw0KGgo=</content>', null],
  ['null when it is at another address', '<content type="text/html" src="https://host.example/c"/>', null],
])('the content of an Atom entry is %s', async (_, fields, content) => {
  expect((await itemOfAtom(`<title>T</title><id>t</id>${fields}`)).content).toBe(content);
});

test('each xml:base applies to the links inside its element', async () => {
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
