import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test.each([
  ['a\n\tb  c\u0000\u200b\ufeff', 'a b c'],
  ['\ud800', '\ufffd'.slice(1)],
])('folds %j to the line %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});
