import { describe, expect, test } from 'vitest';
import { pictureKey, widthInAddress } from './picture-address.ts';

describe('sizes of one picture have one key', () => {
  test.each([
    ['https://a.example/b-300x200.jpg', 'https://a.example/b.jpg'],
    ['https://a.example/b-scaled.jpg', 'http://www.a.example/b-1024x768.jpg?ssl=1'],
    [
      'https://a.example/m/1a/master/3000.jpg?width=140&s=1',
      'https://a.example/m/1a/master/3000.jpg?width=460&s=2',
    ],
    ['https://a.example/9_0a1b2c3d4e_b.jpg', 'https://a.example/9_0a1b2c3d4e_m.jpg'],
    ['https://a.example/x/s72-c/b.jpg', 'https://a.example/x/s1600/b.jpg'],
    ['https://a.example/media/original/b.png', 'https://a.example/media/small/b.png'],
    ['https://a.example/i?id=7&w=100', 'https://a.example/i?w=900&id=7'],
    [
      'https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg',
      'https://i2.ytimg.com/vi/abcdefghijk/maxresdefault.jpg',
    ],
  ])('%s', (one, other) => {
    expect(pictureKey(one)).toBe(pictureKey(other));
  });
});

test.each([
  ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
  ['https://a.example/i?id=7', 'https://a.example/i?id=8'],
  ['https://a.example/2024/b.jpg', 'https://a.example/2025/b.jpg'],
  ['https://a.example/b.jpg', 'https://c.example/b.jpg'],
])('pictures keep their own: %s', (one, other) => {
  expect(pictureKey(one)).not.toBe(pictureKey(other));
});

test.each([
  ['https://a.example/b.jpg?width=460', 460],
  ['https://a.example/b-300x200.jpg', 300],
  ['https://a.example/s1600/b.jpg', 1600],
  ['https://a.example/b.jpg', null],
])('reads the width in %s', (address, width) => {
  expect(widthInAddress(address)).toBe(width);
});
