import { getRssString } from '@astrojs/rss';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toJsonFeed } from '../../digest/feeds/json-feed.ts';
import { toOpml } from '../../digest/feeds/opml.ts';
import { toRssOptions } from '../../digest/feeds/rss.ts';
import { makePaper } from '../make-paper.ts';
import { jsonDocument, liveDocument, openArchivedFeed } from './archived.ts';
import { dailyDocument, statusDocument, topicDocument } from './document.ts';
import { cleanedFeeds, originalFeeds } from './lists.ts';
import { config, readBody, states, stored } from './test-sources.ts';

describe('every feed', () => {
  /** All that a paper publishes, made anew. */
  const written = async (siteUrl: string) => {
    const one = makePaper(stored, states, config, siteUrl);
    const archived = await openArchivedFeed(one, readBody);
    const documents = [
      liveDocument(one, archived),
      await topicDocument(one, 'sea', readBody),
      dailyDocument(one),
      statusDocument(one),
    ];
    const rss = documents.map(({ channel, entries }) => getRssString(toRssOptions(channel, entries)));
    const { channel, entries } = jsonDocument(one, archived);
    const lists = [toOpml(originalFeeds(one)), toOpml(cleanedFeeds(one))];
    return [...(await Promise.all(rss)), JSON.stringify(toJsonFeed(channel, entries)), ...lists].join('\n');
  };

  afterEach(() => vi.unstubAllEnvs());

  test('is the same to the byte on machines in other zones', async () => {
    const offsets = new Set<number>();
    const texts = new Set<string>();
    for (const zone of ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
      vi.stubEnv('TZ', zone);
      offsets.add(new Date('2026-11-22T00:00:00Z').getTimezoneOffset());
      texts.add(await written('https://reader.example/paper/'));
    }
    expect(offsets.size).toBe(4);
    expect(texts.size).toBe(1);
  });

  test('differs only in the address when the site has another address', async () => {
    const here = await written('https://reader.example/paper/');
    const there = await written('https://elsewhere.example/');
    expect(there).not.toBe(here);
    expect(there.replaceAll('https://elsewhere.example/', 'https://reader.example/paper/')).toBe(here);
  });
});
