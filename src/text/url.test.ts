import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
