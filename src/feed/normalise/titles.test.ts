import { expect, test } from 'vitest';
import { itemOfAtom, itemOfRss } from './sample-entry.ts';

const L = '<link>https://host.example/1</link>';

test.each([
  ['plain', '<title>Ferry returns</title>', 'Ferry returns'],
  ['unescaped', '<title>Salt &amp; pepper</title>', 'Salt & pepper'],
  ['unescaped twice', '<title>Salt &amp;amp; pepper</title>', 'Salt & pepper'],
  ['with numeric references resolved', '<title>It&amp;#8217;s back</title>', 'It’s back'],
  ['with named entities resolved', '<title>Caf&eacute;&nbsp;&ndash; open</title>', 'Café – open'],
  ['with Windows-1252 references resolved', '<title>It&#146;s back</title>', 'It’s back'],
  ['without HTML in CDATA', '<title><![CDATA[The <em>old</em> pier]]></title>', 'The old pier'],
  ['unescaped in CDATA', '<title><![CDATA[Salt &amp; pepper]]></title>', 'Salt & pepper'],
  ['without escaped HTML', '<title>The &lt;b&gt;old&lt;/b&gt; pier</title>', 'The old pier'],
  ['without inline HTML', '<title>The <b>old</b> pier<br>again</title>', 'The old pier again'],
  ['with < and > that are not HTML', '<title>1 &lt; 2 and 3 &gt; 2</title>', '1 < 2 and 3 > 2'],
  ['with unescaped < and &', '<title>1 < 2 & 3</title>', '1 < 2 & 3'],
  ['with an unknown tag as text', '<title>What &lt;marquee&gt; was for</title>', 'What <marquee> was for'],
  ['on one line', '<title>\n  Ferry\n\treturns \n</title>', 'Ferry returns'],
  ['without control characters', '<title>Ferry\u0007 ret\u200burns\ufeff</title>', 'Ferry returns'],
  [
    'without the code of scripts',
    '<title><![CDATA[Ferry<script>alert(1)</script> returns</b>]]></title>',
    'Ferry returns',
  ],
  ['the second one when the first is blank', '<title> </title><title>Ferry</title>', 'Ferry'],
  ['that of Dublin Core', '<dc:title>Ferry</dc:title>', 'Ferry'],
  ['that of RSS rather than Dublin Core', '<dc:title>Wrong</dc:title><title>Ferry</title>', 'Ferry'],
  ['that of RSS rather than Media RSS', '<media:title>Wrong</media:title><title>Ferry</title>', 'Ferry'],
  ['that of Media RSS', '<media:title>Ferry</media:title>', 'Ferry'],
  ['that of a media group', '<media:group><media:title>Ferry</media:title></media:group>', 'Ferry'],
  ['that of iTunes', '<itunes:title>Ferry</itunes:title>', 'Ferry'],
  ['not that of a picture', '<image><title>Wrong</title></image><title>Ferry</title>', 'Ferry'],
  ['not that of a source', '<source><title>Wrong</title></source><title>Ferry</title>', 'Ferry'],
  [
    'the whole text when it is short',
    '<description>It is back. All are glad.</description>',
    'It is back. All are glad.',
  ],
  [
    'the first sentence of a long text',
    `<description>&lt;p&gt;It is back at last.&lt;/p&gt;&lt;p&gt;${'All are glad. '.repeat(9)}&lt;/p&gt;</description>`,
    'It is back at last.',
  ],
  [
    'the first words of a long sentence',
    `<description>${'It came back and '.repeat(9)}</description>`,
    'It came back and It came back and It came back and It came back and It came…',
  ],
  [
    'the whole text when it is short and Chinese',
    '<description>渡轮恢复运行。市民排队。</description>',
    '渡轮恢复运行。市民排队。',
  ],
  [
    'the first sentence of a long Chinese text',
    `<description>渡轮今晨恢复运行！${'市民们在码头排起了长队，'.repeat(5)}</description>`,
    '渡轮今晨恢复运行！',
  ],
  [
    'the text without the code of style sheets',
    `<description>&lt;style&gt;p{}&lt;/style&gt;Back</description>`,
    'Back',
  ],
  ['the host of the link when there is nothing else', '', 'host.example'],
  [
    'the source and the date rather than an address',
    '<title>https://host.example/1</title><description>https://host.example/2</description><pubDate>Mon, 05 Jan 2026 18:00:00 GMT</pubDate>',
    '2026-01-05',
  ],
  [
    'the first line of a post, without its addresses',
    '<description>&lt;p&gt;The ferry is back: https://host.example/2&lt;/p&gt;&lt;p&gt;Come and see.&lt;/p&gt;</description>',
    'The ferry is back',
  ],
  [
    'the words rather than what a bridge writes in place of a picture',
    '<description>[Photo] The ferry is back. [contains quote post or other embedded content]</description>',
    'The ferry is back.',
  ],
  [
    'what the picture shows when there are no words',
    '<description>&lt;img src="/a.jpg" alt="A ferry at the pier"&gt;[image]</description>',
    'A ferry at the pier',
  ],
  [
    'what a picture beside the text shows',
    '<media:content url="/a.jpg" medium="image"><media:description type="plain">A ferry at the pier</media:description></media:content>',
    'A ferry at the pier',
  ],
  [
    'the content warning in any language',
    '<description>&lt;p&gt;&lt;strong&gt;Varoitus:&lt;/strong&gt; gulls, hats&lt;/p&gt;&lt;hr /&gt;&lt;p&gt;They came.&lt;/p&gt;</description>',
    'gulls, hats',
  ],
  ['the content warning of a plain post', '<description>CW: gulls\n\nThey came.</description>', 'gulls'],
  [
    'the text instead of a word for no title',
    '<title>(untitled)</title><description>They came.</description>',
    'They came.',
  ],
])('the title is %s', async (_, fields, title) => {
  expect((await itemOfRss(L + fields)).title).toBe(title);
});

test.each([
  ['declared as text', '<title type="text">The &lt;b&gt; tag</title>', 'The <b> tag'],
  ['text without a declared type', '<title>The &lt;b&gt; tag</title>', 'The <b> tag'],
  [
    'declared as HTML',
    '<title type="html">The &lt;b&gt;old&lt;/b&gt; pier &amp;amp; more</title>',
    'The old pier & more',
  ],
  [
    'declared as XHTML',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three</div></title>',
    'One two three',
  ],
  [
    'XHTML with an escaped <',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2</div></title>',
    '1 < 2',
  ],
  ['of an empty type', '<title type="">Ferry</title>', 'Ferry'],
  [
    'decoded from base64 (Atom 0.3)',
    '<title mode="base64" type="text/html">PGI+RmVycnk8L2I+</title>',
    'Ferry',
  ],
])('an Atom title is %s', async (_, fields, title) => {
  expect((await itemOfAtom(`<id>tag:host.example,2026:1</id>${fields}`)).title).toBe(title);
});

test('the title of an entry with only an enclosure is the name of the file', async () => {
  const { title } = await itemOfRss(
    '<enclosure url="https://host.example/f/night%20ferry.mp3" type="audio/mpeg"/>',
  );
  expect(title).toBe('night ferry');
});

test('a title is cut at 500 characters without splitting a character', async () => {
  const { title } = await itemOfRss(`<title>${'a'.repeat(499)}😀😀</title>`);
  expect(title).toBe('a'.repeat(499));
});

test('the title of an entry with nothing in it is its source and date', async () => {
  const channel = '<title>Harbour</title>';
  const { title, untitled } = await itemOfRss(
    `${L}<pubDate>Mon, 05 Jan 2026 18:00:00 GMT</pubDate>`,
    channel,
  );
  expect([title, untitled]).toEqual(['Harbour · 2026-01-05', true]);
});
