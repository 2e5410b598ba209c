import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalHtml } from '../feed/canonical-html.ts';
import { canonicalLink, httpUrl } from './url.ts';

const BASE = 'https://host.example/a/b.html';

describe('httpUrl', () => {
  test.each([
    ['https://host.example/x', 'https://host.example/x'],
    [' HTTP://Host.Example:80/x\n', 'http://host.example/x'],
    ['/x?y=1#z', 'https://host.example/x?y=1#z'],
    ['x', 'https://host.example/a/x'],
    ['../x', 'https://host.example/x'],
    ['//other.example/x', 'https://other.example/x'],
    ['https://name:secret@host.example/', 'https://host.example/'],
    ['https://港.example/路', 'https://xn--j6w.example/%E8%B7%AF'],
    ['https://host.example/a b', 'https://host.example/a%20b'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['\u00a0javascript:alert(1)', null],
    ['\u3000javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['file:///etc/passwd', null],
    ['ftp://host.example/x', null],
    ['mailto:a@b.example', null],
    ['http://', null],
    ['https://[::1', null],
    ['', null],
    [null, null],
  ])('normalises %j to %j', (address, expected) => {
    expect(httpUrl(address, BASE)).toBe(expected);
  });

  test('refuses an address that is longer than any real one', () => {
    expect(httpUrl(`https://host.example/${'x'.repeat(9000)}`)).toBeNull();
  });

  test('returns only http and https, and the same again for its own result', () => {
    const schemes = fc.constantFrom(
      '',
      'http:',
      'https://',
      'javascript:',
      'data:',
      '//',
      '\u200bjavascript:',
      ' \t',
    );
    fc.assert(
      fc.property(
        schemes,
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.option(fc.string()),
        (scheme, rest, base) => {
          const url = httpUrl(scheme + rest, base ?? BASE);
          if (url === null) return;
          expect(url).toMatch(/^https?:\/\/[^/]/);
          expect(httpUrl(url)).toBe(url);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('canonicalLink', () => {
  test.each([
    ['http://host.example/x', 'https://www.host.example/x/'],
    ['https://host.example/x?b=2&a=1', 'https://host.example/x?a=1&b=2&utm_source=feed&fbclid=z'],
    ['https://host.example/x', 'https://HOST.example:443/x#xtor=RSS-1'],
    ['https://host.example/', 'https://host.example'],
  ])('gives one key to %s and %s', (one, other) => {
    expect(canonicalLink(one)).toBe(canonicalLink(other));
  });

  test.each([
    ['https://host.example/x?id=1', 'https://host.example/x?id=2'],
    ['https://host.example/x#part-1', 'https://host.example/x#part-2'],
    ['https://host.example/X', 'https://host.example/x'],
    ['https://a.host.example/', 'https://b.host.example/'],
  ])('gives two keys to %s and %s', (one, other) => {
    expect(canonicalLink(one)).not.toBe(canonicalLink(other));
  });
});

describe('canonicalHtml', () => {
  test.each([
    ['<a href="x">', '<a href="https://host.example/a/x">'],
    ["<a href='/x'>", "<a href='https://host.example/x'>"],
    ['<a href=/x>', '<a href="https://host.example/x">'],
    ['<img src="x" alt="a > b">', '<img alt="a > b" src="https://host.example/a/x">'],
    ['<a href="?a=1&amp;b=2">', '<a href="https://host.example/a/b.html?a=1&amp;b=2">'],
    ['<a href="/路">', '<a href="https://host.example/路">'],
    ['<a href="#note">', '<a href="#note">'],
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
