import { describe, expect, test } from 'vitest';
import { ownAddress, ownAddresses } from './own-address.ts';

const site = 'https://reader.example/paper/';

describe('an address on the site itself', () => {
  test.each([
    ['https://reader.example/paper/pictures/a.webp', '/paper/pictures/a.webp'],
    ['https://reader.example/a', '/a'],
    ['https://reader.example.org/a', 'https://reader.example.org/a'],
    ['http://reader.example/a', '/a'],
    ['http://reader.example:8080/a', 'http://reader.example:8080/a'],
    [
      'https://other.example/?u=https://reader.example/a',
      'https://other.example/?u=https://reader.example/a',
    ],
    ['https://reader.example//evil.example/a', 'https://reader.example//evil.example/a'],
  ])('%s becomes %s', (address, path) => {
    expect(ownAddress(address, site)).toBe(path);
    expect(ownAddresses(`<img src="${address}" alt="" />`, site)).toBe(`<img src="${path}" alt="" />`);
  });

  test('is found in every candidate of a srcset', () => {
    const html = '<img srcset="https://reader.example/a.webp 1x, https://reader.example/b.webp 2x" />';
    expect(ownAddresses(html, site)).toBe('<img srcset="/a.webp 1x, /b.webp 2x" />');
  });

  test('stays as it is in the text', () => {
    const html = '<p>src="https://reader.example/a" and &lt;img src="https://reader.example/a"&gt;</p>';
    expect(ownAddresses(html, site)).toBe(html);
  });

  test('stays as it is inside another address', () => {
    const html = '<a href="https://other.example/?u=https://reader.example/a">x</a>';
    expect(ownAddresses(html, site)).toBe(html);
  });
});
