import { expect, test } from 'vitest';
import { bylineOf } from './byline.ts';

test.each([
  ['<div><i>林溪<br>2020-11-27T06:30:00.123Z</i></div><p>渡轮停航。</p>', '林溪'],
  ['<div><i>ADA MOOR,ADA MOOR<br>2020-11-27 06:30:28</i></div><p>The ferry.</p>', 'ADA MOOR'],
  ['<div><i>null 张柳<br>2020-11-27T06:30:00Z</i></div>', '张柳'],
  [
    '<div><i>null<br>2020-11-27T06:30:00Z</i></div><div><i>null null 高岸, null<br>2020-11-27</i></div>',
    '高岸',
  ],
  ['<img src="/a.jpg"><div>Ada Moor, Jon Brandt<br>27 Nov 2020</div>', 'Ada Moor, Jon Brandt'],
])('reads from %s the byline %s', (html, byline) => {
  expect(bylineOf(html)).toBe(byline);
});

test.each([
  ['<div><i><br>2020-11-27T06:30:00.123Z</i></div><p>渡轮停航。</p>'],
  ['<p>11月27日，渡轮停航。</p>'],
  ['<p>Ada Moor</p><p>The ferry stayed in port.</p>'],
  [''],
])('finds no byline in %s', (html) => {
  expect(bylineOf(html)).toBeNull();
});
