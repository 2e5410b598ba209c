import { expect, test } from 'vitest';
import { itemOfAtom, itemOfRss } from './sample-entry.ts';

const L = '<link>https://host.example/1</link>';

test.each([
  ['plain', '<title>Ferry returns</title>', 'Ferry returns'],
  ['escaped once', '<title>Salt &amp; pepper</title>', 'Salt & pepper'],
  ['escaped twice', '<title>Salt &amp;amp; pepper</title>', 'Salt & pepper'],
  ['with a number for a character', '<title>It&amp;#8217;s back</title>', 'It’s back'],
  ['with named entities', '<title>Caf&eacute;&nbsp;&ndash; open</title>', 'Café – open'],
  ['with a Windows number', '<title>It&#146;s back</title>', 'It’s back'],
  ['in CDATA with HTML', '<title><![CDATA[The <em>old</em> pier]]></title>', 'The old pier'],
  ['in CDATA, escaped', '<title><![CDATA[Salt &amp; pepper]]></title>', 'Salt & pepper'],
  ['with escaped HTML', '<title>The &lt;b&gt;old&lt;/b&gt; pier</title>', 'The old pier'],
  ['with HTML as it is', '<title>The <b>old</b> pier<br>again</title>', 'The old pier again'],
  ['with signs that are no HTML', '<title>1 &lt; 2 and 3 &gt; 2</title>', '1 < 2 and 3 > 2'],
  ['with a bare sign', '<title>1 < 2 & 3</title>', '1 < 2 & 3'],
  ['about a tag', '<title>What &lt;marquee&gt; was for</title>', 'What <marquee> was for'],
  ['over several lines', '<title>\n  Ferry\n\treturns \n</title>', 'Ferry returns'],
  ['with control characters', '<title>Ferry\u0007 ret\u200burns\ufeff</title>', 'Ferry returns'],
  ['with a script', '<title><![CDATA[Ferry<script>alert(1)</script> returns</b>]]></title>', 'Ferry returns'],
  ['twice, the first blank', '<title> </title><title>Ferry</title>', 'Ferry'],
  ['Dublin Core’s', '<dc:title>Ferry</dc:title>', 'Ferry'],
  ['RSS before Dublin Core', '<dc:title>Wrong</dc:title><title>Ferry</title>', 'Ferry'],
  ['RSS before Media RSS', '<media:title>Wrong</media:title><title>Ferry</title>', 'Ferry'],
  ['Media RSS', '<media:title>Ferry</media:title>', 'Ferry'],
  ['a group’s', '<media:group><media:title>Ferry</media:title></media:group>', 'Ferry'],
  ['iTunes’', '<itunes:title>Ferry</itunes:title>', 'Ferry'],
  ['not that of a picture', '<image><title>Wrong</title></image><title>Ferry</title>', 'Ferry'],
  ['not that of a source', '<source><title>Wrong</title></source><title>Ferry</title>', 'Ferry'],
  [
    'none: the text’s first sentence',
    '<description>It is back. All are glad.</description>',
    'It is back. All are glad.',
  ],
  [
    'none: no more than the first sentence of a long text',
    `<description>&lt;p&gt;It is back at last.&lt;/p&gt;&lt;p&gt;${'All are glad. '.repeat(9)}&lt;/p&gt;</description>`,
    'It is back at last.',
  ],
  [
    'none: the first words of a long sentence',
    `<description>${'It came back and '.repeat(9)}</description>`,
    'It came back and It came back and It came back and It came back and It came…',
  ],
  ['none: Chinese words', '<description>渡轮恢复运行。市民排队。</description>', '渡轮恢复运行。市民排队。'],
  [
    'none: the first sentence of a long Chinese text',
    `<description>渡轮今晨恢复运行！${'市民们在码头排起了长队，'.repeat(5)}</description>`,
    '渡轮今晨恢复运行！',
  ],
  ['none: not the text of scripts', `<description>&lt;style&gt;p{}&lt;/style&gt;Back</description>`, 'Back'],
  ['none and no text: the link', '', 'https://host.example/1'],
])('the title is %s', async (_, fields, title) => {
  expect((await itemOfRss(L + fields)).title).toBe(title);
});

test.each([
  ['text', '<title type="text">The &lt;b&gt; tag</title>', 'The <b> tag'],
  ['text without type', '<title>The &lt;b&gt; tag</title>', 'The <b> tag'],
  [
    'HTML',
    '<title type="html">The &lt;b&gt;old&lt;/b&gt; pier &amp;amp; more</title>',
    'The old pier & more',
  ],
  [
    'XHTML',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three</div></title>',
    'One two three',
  ],
  [
    'XHTML with signs',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2</div></title>',
    '1 < 2',
  ],
  ['of an unknown type', '<title type="">Ferry</title>', 'Ferry'],
  ['in base64, by Atom 0.3', '<title mode="base64" type="text/html">PGI+RmVycnk8L2I+</title>', 'Ferry'],
])('an Atom title is %s', async (_, fields, title) => {
  expect((await itemOfAtom(`<id>tag:host.example,2026:1</id>${fields}`)).title).toBe(title);
});

test('a file that comes alone gives its name', async () => {
  const { title } = await itemOfRss(
    '<enclosure url="https://host.example/f/night%20ferry.mp3" type="audio/mpeg"/>',
  );
  expect(title).toBe('night ferry');
});

test('a title longer than any headline is cut, not in the middle of a character', async () => {
  const { title } = await itemOfRss(`<title>${'a'.repeat(499)}😀😀</title>`);
  expect(title).toBe('a'.repeat(499));
});
