import { expect, test } from 'vitest';
import { besideTimes } from './dates.ts';

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
])('leaves of %j without its times %j', (text, rest) => {
  expect(besideTimes(text)).toBe(rest);
});
