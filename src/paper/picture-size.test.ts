import { describe, expect, test } from 'vitest';
import { sizeInAddress, widestFrame, withSizes } from './picture-size.ts';

describe('the size in an address', () => {
  test.each([
    ['https://coast.example/2026/11/ferry-300x200.jpg', 300, 200],
    ['https://coast.example/640x360/ferry.jpg', 640, 360],
    ['https://hills.example/display/9b43/w:310/p:16x9/map.jpg', 310, 174],
    ['https://hills.example/display/9b43/w:980/map.jpg', 980, null],
    ['https://tide.example/upload/c_fill,w_300,h_200/v1/well.jpg', 300, 200],
    ['https://tide.example/well.jpg?resize=300%2C200&ssl=1', 300, 200],
    ['https://tide.example/well.jpg?quality=80&w=310', 310, null],
    ['https://tide.example/well.jpg?width=620&quality=85&height=414', 620, 414],
    ['https://quay.example/abc=w640-h360', 640, 360],
    ['https://quay.example/abc/s1600/crane.png', 1600, null],
    ['https://quay.example/abc=s320', 320, null],
    ['https://lamp.example/5E20AD2F_cx0_cy6_w900_r1_s.jpg', 900, null],
    ['https://lamp.example/thumb/a/ab/Lamp.jpg/320px-Lamp.jpg', 320, null],
  ])('%s', (address, width, height) => {
    expect(sizeInAddress(address)).toEqual({ width, height });
  });

  test.each([
    'https://coast.example/2026/11/22/ferry.jpg',
    'https://coast.example/image/58123456_303.jpg',
    'https://coast.example/p:16x9/ferry.jpg',
    'https://coast.example/ferry.jpg?w=auto&v=2',
    'https://coast.example/s/ferry-5x7.jpg',
    'https://coast.example/news/window=1/shows2026/a.jpg',
  ])('is not read from %s', (address) => {
    expect(sizeInAddress(address)).toEqual({ width: null, height: null });
  });
});

describe('a picture', () => {
  const of = (width: number | null, url = 'https://coast.example/a.jpg') => ({ url, width, height: null });

  test('is as wide as its feed says, else as its address says, else as any frame', () => {
    expect(widestFrame(of(1200))).toBe('page');
    expect(widestFrame(of(480))).toBe('column');
    expect(widestFrame(of(310))).toBe('none');
    expect(widestFrame(of(1200, 'https://coast.example/a.jpg?w=310'))).toBe('page');
    expect(widestFrame(of(null, 'https://coast.example/a.jpg?w=310'))).toBe('none');
    expect(widestFrame(of(null))).toBe('page');
  });

  test('has its size in an article where its address names both sides and the article none', () => {
    const img = (more: string, file: string) => `<img src="https://coast.example/${file}" alt=""${more} />`;
    expect(withSizes(img('', 'a-300x200.jpg'))).toBe(img(' width="300" height="200"', 'a-300x200.jpg'));
    for (const kept of [img(' width="600"', 'a-300x200.jpg'), img('', 'a.jpg?w=300')])
      expect(withSizes(kept)).toBe(kept);
  });
});
