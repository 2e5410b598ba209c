import { expect, test } from 'vitest';
import { looksLikeHtml } from './looks-like-html.ts';

test.each([
  ['<b>x</b>', true],
  ['a<br>b', true],
  ['a &amp; b', true],
  ['a < b', false],
  ['<blink>x</blink>', false],
  ['List<String> and </p>', false],
  ['no', false],
])('answers for %j whether it looks like HTML: %s', (text, looks) => {
  expect(looksLikeHtml(text)).toBe(looks);
});
