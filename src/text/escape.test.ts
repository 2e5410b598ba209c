import { expect, test } from 'vitest';
import { unescapeOnce } from './escape.ts';

test.each([
  ['Q&amp;A', 'Q&A'],
  ['AT&T', 'AT&T'],
  ['?a=1&copy=2', '?a=1&copy=2'],
  ['&#39;x&#x27;', "'x'"],
])('unescapes %j to %j', (text, plain) => {
  expect(unescapeOnce(text)).toBe(plain);
});
