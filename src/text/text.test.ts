import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeHtml, oneLine, paragraphsHtml, unescapeOnce, withWindowsCharacters } from './text.ts';
import { textOfHtml } from './text-of-html.ts';

describe('what a reader sees', () => {
  test.each([
    ['<p>One</p><p>two</p>', 'One two'],
    ['One<br>two', 'One two'],
    ['One <b>tw</b>o', 'One two'],
    ['a<td>b</td><td>c</td>', 'a b c'],
    ['&lt;b&gt; &amp;amp; &eacute;&#8217;', '<b> &amp; é’'],
    ['<script>no</script>yes<style>no</style>', 'yes'],
    ['<!-- no -->yes', 'yes'],
    ['<img alt="no" src="x">yes', 'yes'],
    ['<a title="a > b">yes</a>', 'yes'],
    ['1 < 2', '1 < 2'],
    ['', ''],
    ['<p>', ''],
  ])('of %j is %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  test('is no longer than wanted', () => {
    expect(textOfHtml('<p>word</p>'.repeat(100_000), 50)).toHaveLength(50);
  });

  test('takes no longer for being deep', () => {
    expect(textOfHtml(`${'<div>'.repeat(200_000)}yes`)).toBe('yes');
  });

  test('never has control characters, and no input makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (html) => {
        expect(textOfHtml(html)).not.toMatch(/[\p{Cc}\ufffe]|^\s|\s$/u);
      }),
    );
  });
});

test.each([
  ['a\n\tb  c\u0000\u200b\ufeff', 'a b c'],
  ['\ud800', '\ufffd'.slice(1)],
])('%j on one line is %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test.each([
  ['Q&amp;A', 'Q&A'],
  ['AT&T', 'AT&T'],
  ['?a=1&copy=2', '?a=1&copy=2'],
  ['&#39;x&#x27;', "'x'"],
])('%j unescaped is %j', (text, plain) => {
  expect(unescapeOnce(text)).toBe(plain);
});

test.each([
  ['<b>x</b>', true],
  ['a<br>b', true],
  ['a &amp; b', true],
  ['a < b', false],
  ['<blink>x</blink>', false],
  ['List<String> and </p>', false],
  ['no', false],
])('whether %j looks like HTML: %s', (text, looks) => {
  expect(looksLikeHtml(text)).toBe(looks);
});

test('plain text keeps its paragraphs and lines, and nothing in it is markup', () => {
  expect(paragraphsHtml('a <b>\nc\n\nd\r\n \r\ne')).toBe('<p>a &lt;b&gt;<br>c</p>\n<p>d</p>\n<p>e</p>');
});

test('Windows’ quotes are read from their control characters', () => {
  expect(withWindowsCharacters('\u0091a\u0092\u0085')).toBe('‘a’…');
});
