import { expect, test } from 'vitest';
import { parseHtml } from '../html/parse.ts';
import { besideTimes } from './dates.ts';
import { leadPicture } from './lead-picture.ts';
import { readingMinutes } from './reading-time.ts';

test.each([
  ['', 1],
  ['<p>字</p>', 1],
  [`<p>${'字'.repeat(1500)}</p>`, 4],
  [`<p>${'word '.repeat(1190)}</p>`, 5],
  [`<p>${'字'.repeat(750)}</p><p>${'word '.repeat(476)}</p>`, 4],
  [`<p>${'，。！'.repeat(2000)}</p>`, 1],
])('reading a body takes its minutes (%#)', (html, minutes) => {
  expect(readingMinutes(parseHtml(html))).toBe(minutes);
});

test('the first picture that is no icon stands for the article', () => {
  const html =
    '<p>a <img src="https://m.example/i.png" alt="" width="16" height="16"></p><figure><img src="https://m.example/a.jpg" alt="A quay" width="640" height="360"></figure>';
  expect(leadPicture(parseHtml(html))).toEqual({
    url: 'https://m.example/a.jpg',
    width: 640,
    height: 360,
    alt: 'A quay',
  });
});

test('sizes and words that are not known are null', () => {
  expect(leadPicture(parseHtml('<img src="https://m.example/a.jpg" alt="">'))).toEqual({
    url: 'https://m.example/a.jpg',
    width: null,
    height: null,
    alt: null,
  });
  expect(leadPicture(parseHtml('<p>none</p>'))).toBeNull();
});

test.each([
  ['2020-11-27T01:17:35.177Z', ''],
  ['2020年 7月 6日', ''],
  ['18 分钟前', ''],
  ['12/10/2020 - 12:50', ''],
  ['Mon, 06 Jul 2020 16:28:02 GMT', ''],
  ['发布时间：2020-11-27 06:30', ''],
  ['Published on July 6, 2020', ''],
  ['3 hours ago', ''],
  ['文山 2020-07-06T12:04:29Z', '文山'],
  ['渡轮复航', null],
  ['第 7 号渡轮', null],
])('beside the times in %j stands %j', (text, rest) => {
  expect(besideTimes(text)).toBe(rest);
});
