import { expect, test } from 'vitest';
import { parseHtml } from '../html/parse.ts';
import { leadPicture } from './lead-picture.ts';

test('takes the first picture that is no icon', () => {
  const html =
    '<p>a <img src="https://m.example/i.png" alt="" width="16" height="16"></p><figure><img src="https://m.example/a.jpg" alt="A quay" width="640" height="360"></figure>';
  expect(leadPicture(parseHtml(html))).toEqual({
    url: 'https://m.example/a.jpg',
    width: 640,
    height: 360,
    alt: 'A quay',
  });
});

test('returns null for unknown sizes and texts, and without a picture', () => {
  expect(leadPicture(parseHtml('<img src="https://m.example/a.jpg" alt="">'))).toEqual({
    url: 'https://m.example/a.jpg',
    width: null,
    height: null,
    alt: null,
  });
  expect(leadPicture(parseHtml('<p>none</p>'))).toBeNull();
});
