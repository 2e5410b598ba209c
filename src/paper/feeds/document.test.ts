import { getRssString } from '@astrojs/rss';
import { describe, expect, test } from 'vitest';
import type { FeedEntry } from '../../digest/feeds/entry.ts';
import { jsonFeedSchema, toJsonFeed } from '../../digest/feeds/json-feed.ts';
import { toRssOptions } from '../../digest/feeds/rss.ts';
import { faultsOf } from '../../digest/feeds/test-validity.ts';
import type { Item } from '../../feed/item.ts';
import { readDocument } from '../../feed/read.ts';
import { makePaper } from '../make-paper.ts';
import { testItem } from '../test-paper.ts';
import { jsonDocument, liveDocument, openArchivedFeed } from './archived.ts';
import {
  dailyDocument,
  type PublishedDocument,
  sourceDocument,
  statusDocument,
  topicDocument,
} from './document.ts';
import { publishedFeeds } from './documents.ts';
import { config, readBody, states, stored } from './test-sources.ts';

const paper = makePaper(stored, states, config, 'https://reader.example/paper/');

const every = async (): Promise<PublishedDocument[]> => {
  const feed = await openArchivedFeed(paper, readBody);
  return [
    liveDocument(paper, feed),
    jsonDocument(paper, feed),
    await sourceDocument(paper, 'coast', readBody),
    await topicDocument(paper, 'sea', readBody),
    dailyDocument(paper),
    statusDocument(paper),
  ];
};
const read = (text: string, contentType: string) =>
  readDocument(new TextEncoder().encode(text), { feed: 'ours', contentType, base: null });

/** What an entry says, without the invisible characters that keep a title from being read as markup. */
const said = ({ title, link, publishedAt, authors, categories, enclosures }: FeedEntry) => ({
  title: title.replaceAll('\u2060', ''),
  link,
  publishedAt,
  authors,
  categories,
  enclosures: enclosures.map(({ url }) => url),
});

const asEntry = (item: Item) =>
  ({ ...item, authors: item.authors ?? (item.author === null ? [] : [item.author]) }) as never;

describe('our feeds, read by ourselves', () => {
  test('give back the items as RSS, without an issue', async () => {
    for (const { channel, entries } of await every()) {
      const xml = await getRssString(toRssOptions(channel, entries));
      expect(faultsOf(xml)).toEqual([]);
      const back = await read(xml, 'application/rss+xml');
      expect(back.issues).toEqual([]);
      expect(back.feed).toMatchObject({ title: channel.title, link: channel.link, language: 'zh-Hans' });
      expect(back.items.map(({ id }) => id)).toEqual(entries.map(({ guid }) => guid));
      expect(back.items.map((item) => said(asEntry(item)))).toEqual(entries.map(said));
      expect(back.items.map((item) => item.content ?? item.summary)).toEqual(entries.map(({ html }) => html));
      expect(back.items.map(({ content }) => content !== null)).toEqual(entries.map(({ whole }) => whole));
    }
  });

  test('give back the items as JSON Feed', async () => {
    const [, document] = await every();
    const { channel, entries } = document ?? { channel: null, entries: [] };
    if (channel === null) throw new Error('no document');
    const feed = jsonFeedSchema.parse(toJsonFeed(channel, entries));
    const back = await read(JSON.stringify(feed), 'application/feed+json');
    expect(back.issues).toEqual([]);
    expect(back.items.map((item) => said(asEntry(item)))).toEqual(entries.map(said));
    expect(back.items.map(({ content }) => content)).toEqual(entries.map(({ html }) => html));
  });
});

describe('what each feed carries', () => {
  const names = ({ entries }: PublishedDocument) => entries.map(({ title }) => title.slice(-12));

  test('is everything, a source, a topic, the editions that went to press, the failures', async () => {
    const [all, , source, topic, daily, status] = await every();
    expect(all?.entries).toHaveLength(4);
    expect(source && names(source).map((name) => name.slice(-1))).toEqual(['3', '1']);
    expect(topic?.entries).toHaveLength(4);
    expect((await topicDocument(paper, 'land', readBody)).entries).toHaveLength(2);
    const editions = (document: PublishedDocument) => document.entries.map(({ title }) => title.slice(0, 11));
    const [older, newer, newest] = ['2026年11月20日', '2026年11月21日', '2026年11月22日'];
    expect(daily && editions(daily)).toEqual([newest, newer, older]);
    const press = { edition: '2026-11-21', at: '2026-11-20T22:00:00.000Z' };
    const gathering = makePaper(
      stored,
      states,
      config,
      'https://reader.example/',
      undefined,
      undefined,
      press,
    );
    expect(editions(dailyDocument(gathering))).toEqual([newer, older]);
    const live = liveDocument(gathering, await openArchivedFeed(gathering, readBody));
    expect(live.entries).toHaveLength(4);
    expect(status?.entries.map(({ title }) => title)).toEqual(['收不到：山地']);
  });

  test('has the rights of its source; a feed of several sources has them in each entry', async () => {
    const [all, , source, topic] = await every();
    expect([all, source, topic].map((one) => one?.channel.rights)).toEqual([null, '© 海岸', null]);
    expect(all?.entries.map(({ rights }) => rights)).toEqual(['© 海岸', null, null, '© 海岸']);
  });

  test('is limited by the configuration, but carries the whole last night', async () => {
    const short = { ...config, site: { ...config.site, feedItems: 1 } };
    const less = makePaper(stored, states, short, 'https://reader.example/');
    const documents = [
      liveDocument(less, await openArchivedFeed(less, readBody)),
      await sourceDocument(less, 'coast', readBody),
      dailyDocument(less),
    ];
    expect(documents.map(({ entries }) => entries.length)).toEqual([2, 1, 1]);
  });

  test('carries a night of more items than feedItems, whatever editions they are in, but no earlier night', async () => {
    const short = { ...config, site: { ...config.site, feedItems: 3 } };
    const ofNight = (count: number, day: string, night: string, firstSeenAt: string) =>
      Array.from({ length: count }, (_, index) =>
        testItem({ day, name: `coast-${night}-${index}`, title: `${night} ${index} 号消息`, firstSeenAt }),
      );
    const items = [
      ...ofNight(4, '2026-11-20', 'before', '2026-11-20T21:43:00.000Z'),
      ...ofNight(2, '2026-11-21', 'late', '2026-11-22T21:43:00.000Z'),
      ...ofNight(4, '2026-11-22', 'last', '2026-11-22T21:43:00.000Z'),
      ...ofNight(1, '2026-11-23', 'hour', '2026-11-23T01:43:00.000Z'),
    ];
    const carried = async (settings: typeof short) => {
      const burst = makePaper(items, states, settings, 'https://reader.example/');
      return liveDocument(burst, await openArchivedFeed(burst, readBody));
    };
    const all = await carried(short);
    expect(all.entries.filter(({ title }) => title.startsWith('before'))).toEqual([]);
    expect(all.entries).toHaveLength(7);
    expect(all.issues).toEqual([]);
    const small = await carried({ ...short, site: { ...short.site, feedMegabytes: 0.004 } });
    expect(small.entries.length).toBeLessThan(7);
    expect(small.issues).toMatchObject([
      { code: 'night-cut', message: expect.stringContaining(`${7 - small.entries.length} entries`) },
    ]);
  });

  test('is counted, with the instant of its last change', async () => {
    const all = await publishedFeeds(paper, () => openArchivedFeed(paper, readBody), readBody).carried();
    expect(all.map(({ address, entries }) => [address.replace(/.*\/paper\//, ''), entries])).toEqual([
      ['rss.xml', 4],
      ['daily.xml', 3],
      [`topics/sea/rss.xml`, 4],
      [`topics/land/rss.xml`, 2],
      [`sources/coast/rss.xml`, 2],
      [`sources/hills/rss.xml`, 2],
      ['status.xml', 1],
    ]);
    expect(all[0]?.changedAt).toBe('2026-11-22T03:00:00.000Z');
    const empty = makePaper([], [], config, 'https://reader.example/');
    const none = await publishedFeeds(empty, () => openArchivedFeed(empty, readBody), readBody).carried();
    expect(none.map(({ entries, changedAt }) => [entries, changedAt])).toEqual(none.map(() => [0, null]));
  });

  test('is made once, whether it is counted first or written first', async () => {
    const { links } = paper;
    const written = [links.rss, links.sourceRss('coast'), links.topicRss('sea'), links.statusRss];
    for (const early of [0, 2, 4]) {
      const read: string[] = [];
      const counting = async (item: { name: string }) => {
        read.push(item.name);
        return readBody(item);
      };
      const feeds = publishedFeeds(paper, () => openArchivedFeed(paper, counting), counting);
      for (const path of written.slice(0, early)) expect(await feeds.document(path)).toBeDefined();
      const all = await feeds.carried();
      const once = read.length;
      for (const path of written.slice(early)) expect((await feeds.document(path)).channel).toBeDefined();
      expect(await feeds.carried()).toEqual(all);
      expect(read).toHaveLength(once);
    }
  });

  test('leaves out what is muted, in the feed of its source too', async () => {
    const quiet = { ...config, mute: ['000000000003'] };
    const less = makePaper(stored, states, quiet, 'https://reader.example/');
    expect(liveDocument(less, await openArchivedFeed(less, readBody)).entries).toHaveLength(3);
    expect((await sourceDocument(less, 'coast', readBody)).entries).toHaveLength(1);
  });

  test('leaves out what `remove` names', async () => {
    const without = { ...config, remove: ['coast-000000000003', 'https://coast.example/hills-000000000004'] };
    const less = makePaper(stored, states, without, 'https://reader.example/');
    expect(liveDocument(less, await openArchivedFeed(less, readBody)).entries).toHaveLength(2);
    expect(less.places.has('coast-000000000003')).toBe(false);
  });
});
