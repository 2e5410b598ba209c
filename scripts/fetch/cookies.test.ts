import { describe, expect, it as test } from 'vitest';
import { TrailCookies } from './cookies.ts';

/** The Cookie header for an address after an answer from another with these Set-Cookie headers. */
function sent(to: string, ...lines: string[]): string {
  const cookies = new TrailCookies();
  cookies.keep(new URL('https://news.harbour.example/feed'), { 'set-cookie': lines });
  return cookies.headerFor(new URL(to));
}

describe('a cookie is sent', () => {
  test.each([
    ['to the host that set it', 'https://news.harbour.example/x', 'a=1', 'a=1'],
    ['with others, in their order', 'https://news.harbour.example/x', 'a=1,b=2', 'a=1; b=2'],
    ['to the domain it names', 'https://harbour.example/', 'a=1; Domain=harbour.example', 'a=1'],
    ['to hosts below its domain', 'https://www.harbour.example/', 'a=1; Domain=.harbour.example', 'a=1'],
    ['below its path', 'https://news.harbour.example/feed/x', 'a=1; Path=/feed', 'a=1'],
  ])('%s', (_, to, lines, header) => expect(sent(to, ...lines.split(','))).toBe(header));
});

describe('a cookie is not sent', () => {
  test.each([
    ['to another host', 'https://pier.example/', 'a=1'],
    ['to a host below the one that set it', 'https://x.news.harbour.example/', 'a=1'],
    ['to a domain that is not that of its host', 'https://pier.example/', 'a=1; Domain=pier.example'],
    ['to everybody', 'https://pier.example/', 'a=1; Domain=example'],
    ['beside its path', 'https://news.harbour.example/feeds', 'a=1; Path=/feed'],
    ['in the clear when it is secure', 'http://news.harbour.example/', 'a=1; Secure'],
    ['when it has run out', 'https://news.harbour.example/', 'a=1; Max-Age=0'],
    ['when it is larger than a header may be', 'https://news.harbour.example/', `a=${'x'.repeat(5000)}`],
  ])('%s', (_, to, line) => expect(sent(to, line)).toBe(''));

  test('after a later answer has taken it back', () => {
    const cookies = new TrailCookies();
    const url = new URL('https://harbour.example/');
    cookies.keep(url, { 'set-cookie': ['a=1'] });
    cookies.keep(url, { 'set-cookie': ['a=; Max-Age=0'] });
    expect(cookies.headerFor(url)).toBe('');
  });
});
