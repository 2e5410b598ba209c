import { expect, test } from 'vitest';
import { parseHtml } from '../html/parse.ts';
import { readingMinutes } from './reading-time.ts';

test.each([
  ['', 1],
  ['<p>字</p>', 1],
  [`<p>${'字'.repeat(1500)}</p>`, 4],
  [`<p>${'word '.repeat(1190)}</p>`, 5],
  [`<p>${'字'.repeat(750)}</p><p>${'word '.repeat(476)}</p>`, 4],
  [`<p>${'，。！'.repeat(2000)}</p>`, 1],
])('counts the minutes that a body takes to read (%#)', (html, minutes) => {
  expect(readingMinutes(parseHtml(html))).toBe(minutes);
});
