import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionalHeaders, freshForOf, locationOf, retryAfterOf, validatorsOf } from './headers.ts';

const now = Date.parse('2026-11-27T03:00:00Z');
const date = 'Fri, 27 Nov 2026 03:00:00 GMT';

describe('freshForOf', () => {
  test.each([
    [{}, null],
    [{ 'cache-control': 'public' }, null],
    [{ 'cache-control': 'max-age=600' }, 600],
    [{ 'cache-control': 'Public, MAX-AGE = "600"' }, 600],
    [{ 'cache-control': 's-maxage=9, max-age=600' }, 600],
    [{ 'cache-control': 's-maxage=9' }, null],
    [{ 'cache-control': 'max-age=600', age: '500' }, 100],
    [{ 'cache-control': 'max-age=600', age: '5000' }, 0],
    [{ 'cache-control': 'max-age=600', age: 'old' }, 600],
    [{ 'cache-control': 'no-cache, max-age=600' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 'max-age=31536000' }, 72_000],
    [{ 'cache-control': 'max-age=99999999999999999999999' }, 72_000],
    [{ expires: 'Fri, 27 Nov 2026 03:10:00 GMT' }, 600],
    [{ expires: 'Fri, 27 Nov 2026 03:10:00' }, 600],
    [{ expires: 'Friday, 27-Nov-26 03:10:00 GMT' }, 600],
    [{ expires: 'Fri Nov 27 03:10:00 2026' }, 600],
    [{ expires: 'Fri, 27 Nov 2026 05:10:00 GMT', date: 'Fri, 27 Nov 2026 05:00:00 GMT' }, 600],
    [{ expires: date }, 0],
    [{ expires: '0' }, 0],
    [{ expires: '-1' }, 0],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ expires: 'Fri, 27 Nov 2026 03:10:00 GMT', 'cache-control': 'max-age=5' }, 5],
  ])('%j: %s', (headers, seconds) => expect(freshForOf(headers, now)).toBe(seconds));
});

describe('retryAfterOf', () => {
  test.each([
    ['0', 0],
    ['120', 120],
    ['1.5', 2],
    [' 7 ', 7],
    ['Fri, 27 Nov 2026 03:02:00 GMT', 120],
    ['Fri, 27 Nov 2026 02:00:00 GMT', 0],
    ['Fri, 27 Nov 2036 02:00:00 GMT', 86_400],
    ['999999999999', 86_400],
    ['soon', null],
    ['', null],
  ])('%j: %s', (value, seconds) => expect(retryAfterOf({ 'retry-after': value }, now)).toBe(seconds));

  test('gives whole seconds up to a day, or null, for any text', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const seconds = retryAfterOf({ 'retry-after': value }, now);
        if (seconds !== null)
          expect(Number.isInteger(seconds) && seconds >= 0 && seconds <= 86_400).toBe(true);
      }),
    );
  });
});

describe('validators', () => {
  test('are sent back unchanged', () => {
    const validators = validatorsOf({ etag: ' W/"a,b" ', 'last-modified': date });
    expect(validators).toEqual({ etag: 'W/"a,b"', lastModified: date });
    expect(conditionalHeaders(validators)).toEqual({ 'if-none-match': 'W/"a,b"', 'if-modified-since': date });
  });

  test('are left out when they are missing, too long or unprintable', () => {
    expect(conditionalHeaders(null)).toEqual({});
    expect(conditionalHeaders({ etag: null, lastModified: null })).toEqual({});
    expect(validatorsOf({ etag: '"é"', 'last-modified': 'x'.repeat(2000) })).toEqual({
      etag: null,
      lastModified: null,
    });
  });
});

describe('locationOf', () => {
  const bytes = (text: string) => Buffer.from(text).toString('latin1');

  test('escapes raw UTF-8 and keeps existing escapes', () => {
    expect(locationOf({ location: bytes('/报') })).toBe('/%E6%8A%A5');
    expect(locationOf({ location: '/%E6%8A%A5' })).toBe('/%E6%8A%A5');
    expect(locationOf({})).toBeNull();
  });

  test('gives a Chinese host that URL can parse', () => {
    expect(URL.parse(locationOf({ location: bytes('https://报纸.example/') }) ?? '')?.hostname).toBe(
      new URL('https://报纸.example/').hostname,
    );
  });
});
