import { expect, test } from 'vitest';
import { withEscapedMarkup } from './escaped-markup.ts';

test.each([
  ['&lt;p&gt;Hi&lt;/p&gt;', '<p>Hi</p>'],
  [
    '&#60;div class=&quot;a&quot;&#62;Salt &amp;amp; pepper&#60;/div&#62;',
    '<div class="a">Salt &amp; pepper</div>',
  ],
  ['One&lt;br/&gt;&lt;br/&gt;two', 'One<br/><br/>two'],
  ['Opening words.&lt;/p&gt;&lt;p&gt;More.', 'Opening words.</p><p>More.'],
  ['&lt;img src="a.jpg"&gt; A pier.', '<img src="a.jpg"> A pier.'],
])('reads %s as HTML', (escaped, html) => {
  expect(withEscapedMarkup(escaped)).toBe(html);
});

test.each([
  'Write &lt;br&gt; to end a line.',
  'It makes &lt;b&gt;words&lt;/b&gt; bold.',
  '&lt;p&gt; is the element of a paragraph.',
  '<p>&lt;p&gt;Hi&lt;/p&gt;</p>',
  '&lt;int&gt;x&lt;/int&gt;',
  'Salt &amp; pepper, 1 &lt; 2',
])('leaves %s as it is', (html) => {
  expect(withEscapedMarkup(html)).toBe(html);
});
