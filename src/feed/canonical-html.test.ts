import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalHtml } from './canonical-html.ts';

const BASE = 'https://host.example/a/b.html';

describe('canonicalHtml', () => {
  test.each([
    ['<a href="x">', '<a href="https://host.example/a/x">'],
    ["<a href='/x'>", "<a href='https://host.example/x'>"],
    ['<a href=/x>', '<a href="https://host.example/x">'],
    ['<img src="x" alt="a > b">', '<img alt="a > b" src="https://host.example/a/x">'],
    ['<a href="?a=1&amp;b=2">', '<a href="https://host.example/a/b.html?a=1&amp;b=2">'],
    ['<a href="/路">', '<a href="https://host.example/路">'],
    ['<a href="#note">', '<a href="#note">'],
    [
      '<base href="/c/"><img src="x">',
      '<base href="https://host.example/c/"><img src="https://host.example/c/x">',
    ],
    [
      "<BASE target=_top HREF='https://x.example/'><a href=y>",
      '<BASE HREF=\'https://x.example/\' target=_top><a href="https://x.example/y">',
    ],
    ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    ['<a href="https://x.example/">', '<a href="https://x.example/">'],
    ['<img width="1" height="2"/>', '<img height="2" width="1"/>'],
    ['<p>a < b, href="x"</p>', '<p>a < b, href="x"</p>'],
    ['<a title="<b href=x>" href="y">', '<a href="https://host.example/a/y" title="<b href=x>">'],
    ['<a href="http://x.example/">">', '<a href="http://x.example/">">'],
  ])('resolves the addresses of %s: %s', (html, expected) => {
    expect(canonicalHtml(html, BASE)).toBe(expected);
  });

  test('resolves each address once, in time', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<a ', 'href=', '"', "'", 'x', '/y', '>', ' ', '<img', 'src=', '&amp;', '='),
        ),
        (parts) => {
          const once = canonicalHtml(parts.join(''), BASE);
          expect(canonicalHtml(once, BASE)).toBe(once);
        },
      ),
      { numRuns: 200 },
    );
    for (const bomb of ['<a b="', '<a b=', '<a b=\'"', '<a b c ', '<a x=y '])
      canonicalHtml(bomb.repeat(50_000), BASE);
  });
});
