import { getRssString } from '@astrojs/rss';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Config } from '../../config/schema.ts';
import { shiftDay } from '../../digest/day.ts';
import { toRssOptions } from '../../digest/feeds/rss.ts';
import { strictly } from '../../digest/feeds/test-feeds.ts';
import { newFeedState } from '../../store/feed-state.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import { makePaper } from '../make-paper.ts';
import { testConfig, testItem } from '../test-paper.ts';
import { archivedMonths, liveDocument, monthDocument, olderDocument, openArchivedFeed } from './archived.ts';
import type { PublishedDocument } from './document.ts';

const site = 'https://reader.example/paper/';
const readBody = async ({ name }: { name: string }) => `<p>${'全文 '.repeat(40)}${name}</p>`;
const textOf = ({ channel, entries }: PublishedDocument) => getRssString(toRssOptions(channel, entries));

/** Every document of the archived feed of a paper, by its address. */
async function documents(items: PlacedItem[], config = testConfig(), siteUrl = site, title = '海岸新闻') {
  const state = { ...newFeedState('coast', 'https://coast.example/feed'), title, rights: `© ${title}` };
  const paper = makePaper(items, [state], config, siteUrl);
  const feed = await openArchivedFeed(paper, readBody);
  const months = await Promise.all(
    archivedMonths(paper).map((month) => monthDocument(paper, month, readBody)),
  );
  const all = [liveDocument(paper, feed), ...months];
  if (feed.older.length > 0) all.push(await olderDocument(paper, feed, readBody));
  const texts = await Promise.all(all.map(async (one) => [one.channel.self, await textOf(one)] as const));
  return new Map(texts);
}

/** Walks from the live feed through `prev-archive` to the end: the addresses and the guids, in that order. */
function walk(all: ReadonlyMap<string, string>, siteUrl = site) {
  const addresses: string[] = [];
  const guids: string[] = [];
  let next: string | undefined = `${siteUrl}rss.xml`;
  while (next !== undefined) {
    const at = strictly(all.get(next) ?? '');
    addresses.push(next.slice(siteUrl.length));
    guids.push(...at('guid').map(({ text }) => text));
    next = at('atom:link').find(({ attributes }) => attributes['rel'] === 'prev-archive')?.attributes['href'];
  }
  return { addresses, guids };
}

/** Items from a day on, a number for each day. */
const items = (from: string, perDay: readonly number[]): PlacedItem[] =>
  perDay.flatMap((number, index) =>
    Array.from({ length: number }, (_, order) => {
      const day = shiftDay(from, index);
      const publishedAt = `${day}T0${order % 10}:00:00.000Z`;
      return testItem({
        day,
        name: `coast-${day}-${order}`,
        publishedAt,
        firstSeenAt: `${day}T22:00:00.000Z`,
      });
    }),
  );
const few = (feedItems: number): Config => {
  const config = testConfig();
  return { ...config, site: { ...config.site, feedItems } };
};

describe('the archive of the feed of everything', () => {
  test('does not exist while the live feed carries everything', async () => {
    const all = await documents(items('2026-09-20', Array(60).fill(1)));
    expect([...all.keys()]).toEqual([`${site}rss.xml`]);
  });

  test('links from the live feed through the older entries and the closed months to the first', async () => {
    const all = await documents(items('2026-08-30', Array(85).fill(1)), few(10));
    expect(walk(all).addresses).toEqual([
      'rss.xml',
      'archive/rss.xml',
      '2026/10/rss.xml',
      '2026/09/rss.xml',
      '2026/08/rss.xml',
    ]);
  });

  test('marks closed months as archives, and leads from each back to the live feed', async () => {
    const all = await documents(items('2026-08-30', Array(85).fill(1)), few(10));
    for (const [address, text] of all) {
      const at = strictly(text);
      const rels = at('atom:link').map(({ attributes }) => attributes['rel']);
      expect(at('fh:archive').length).toBe(/\d{4}\/\d{2}\/rss\.xml$/.test(address) ? 1 : 0);
      expect(rels.includes('current')).toBe(address !== `${site}rss.xml`);
      expect(rels).not.toContain('next-archive');
      expect(at('atom:link')[0]?.attributes['href']).toBe(address);
    }
  });

  test('has every item exactly once, and closed months that never change from night to night', async () => {
    const nights = fc.array(fc.record({ today: fc.nat(4), late: fc.nat(2) }), {
      minLength: 35,
      maxLength: 70,
    });
    await fc.assert(
      fc.asyncProperty(nights, fc.integer({ min: 1, max: 40 }), async (all, feedItems) => {
        const stored: PlacedItem[] = [];
        let before = new Map<string, string>();
        for (const [index, { today, late }] of all.entries()) {
          const day = shiftDay('2026-01-10', index);
          const eve = shiftDay(day, -1);
          stored.push(...items(day, [today]));
          for (let number = 0; number < late; number += 1)
            stored.push(testItem({ day: eve, name: `coast-${eve}-late-${number}` }));
          if (index % 5 > 0 && index < all.length - 1) continue;
          const made = await documents(stored, few(feedItems), site, `night ${index}`);
          expect(walk(made).guids.toSorted()).toEqual([...new Set(walk(made).guids)].sort());
          expect(walk(made).guids).toHaveLength(stored.length);
          expect(walk(made).addresses).toHaveLength(made.size);
          for (const [address, text] of before)
            if (/\d\/rss\.xml$/.test(address)) expect(made.get(address)).toBe(text);
          before = made;
        }
      }),
      { numRuns: 6 },
    );
  });

  test('keeps its guids when the site moves, and its bytes when only time passes', async () => {
    const stored = items('2026-08-30', Array(85).fill(1));
    const here = await documents(stored, few(10));
    expect(await documents(stored.toReversed(), few(10))).toEqual(here);
    const moved = 'https://elsewhere.example/';
    const there = await documents(stored, few(10), moved);
    expect(walk(there, moved)).toEqual(walk(here));
  });

  test('uses nothing that a source may change in its closed months', async () => {
    const all = await documents(items('2026-08-30', Array(85).fill(1)), few(10));
    const month = strictly(all.get(`${site}2026/09/rss.xml`) ?? '');
    expect(month('source')[0]?.text).toBe('coast.example');
    expect(month('dc:rights')).toEqual([]);
    expect(strictly(all.get(`${site}rss.xml`) ?? '')('source')[0]?.text).toBe('海岸新闻');
  });
});

describe('an item whose file is damaged', () => {
  test('is left out and reported, and the other items are kept', async () => {
    const stored = items('2026-11-20', [2, 2, 2]);
    const paper = makePaper(stored, [], testConfig(), site);
    const feed = await openArchivedFeed(paper, async ({ name }) => {
      if (name === 'coast-2026-11-21-1') throw new Error('gone');
      return '<p>here</p>';
    });
    expect(feed.entries).toHaveLength(5);
    expect(feed.issues.map(({ message }) => message)).toEqual([
      'coast-2026-11-21-1 is left out of the feeds: its file cannot be read',
    ]);
  });
});
