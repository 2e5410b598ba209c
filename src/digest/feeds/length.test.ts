import { getRssString } from '@astrojs/rss';
import { describe, expect, test } from 'vitest';
import { entryBytes, feedBudget } from './length.ts';
import { toRssOptions } from './rss.ts';
import { testChannel, testEntry } from './test-feeds.ts';

const entry = testEntry();
const long = testEntry({}, `<p>${'渡轮'.repeat(5000)}</p>`);

/** Which of the entries a feed of this length takes. */
function taken(entries: (typeof entry)[], count: number, bytes: number): boolean[] {
  const fits = feedBudget({ count, bytes });
  return entries.map((one) => fits(one));
}

describe('feedBudget', () => {
  test('limits the number of entries', () => {
    expect(taken([entry, entry, entry], 2, 1_000_000)).toEqual([true, true, false]);
  });

  test('limits the bytes: refuses the first entry that does not fit and all older ones', () => {
    expect(taken([entry, long, entry], 9, 20_000)).toEqual([true, false, false]);
    expect(taken([entry, long, entry], 9, 60_000)).toEqual([true, true, true]);
  });

  test('always takes one entry of any size', () => {
    expect(taken([long, entry], 9, 100)).toEqual([true, false]);
  });

  test('counts the bytes as they are written', async () => {
    const teaser = testEntry({ fullText: false, excerpt: 'Short. '.repeat(200) }, '<p>Short.</p>');
    const laden = testEntry({
      categories: Array.from({ length: 40 }, (_, index) => `Harbours & "tides" ${index}`),
      enclosures: Array.from({ length: 30 }, (_, index) => ({
        ...{ url: `https://wire.example/files/number-${index}.mp3?a=1&b=2`, type: 'audio/mpeg', length: 99 },
      })),
    });
    const quoted = testEntry(
      {},
      `<p><a href="https://wire.example/">it's</a> &amp; <b>bold</b></p>`.repeat(300),
    );
    for (const one of [entry, long, teaser, laden, quoted]) {
      const empty = await getRssString(toRssOptions(testChannel, []));
      const full = await getRssString(toRssOptions(testChannel, [one]));
      const real = Buffer.byteLength(full) - Buffer.byteLength(empty);
      expect(entryBytes(one) / real).toBeGreaterThanOrEqual(1);
      expect(entryBytes(one) / real).toBeLessThan(1.25);
    }
  });
});
