import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRssString } from '@astrojs/rss';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FeedEntry } from '../../src/digest/feeds/entry.ts';
import { toRssOptions } from '../../src/digest/feeds/rss.ts';
import { testChannel, testEntry } from '../../src/digest/feeds/test-feeds.ts';
import { builtFeeds, feedsLines, feedsTable } from './built-feeds.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'broadsheet-built-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

async function write(path: string, entries: FeedEntry[], title = path): Promise<void> {
  mkdirSync(join(out, path, '..'), { recursive: true });
  writeFileSync(join(out, path), await getRssString(toRssOptions({ ...testChannel, title }, entries)));
}

test('reads entries and last changes from the feeds of a built site, without the archive', async () => {
  await write('status.xml', []);
  await write('sources/wire/rss.xml', [testEntry()], '“<b>” & | `x` 甲');
  await write('rss.xml', [
    testEntry(),
    testEntry({ name: 'wire-b', title: '<item>', updatedAt: '2026-11-22T01:02:03.000Z' }, '<p>&lt;item></p>'),
  ]);
  await write('2026/10/rss.xml', [testEntry()]);
  const feeds = await builtFeeds(out);
  expect(feeds).toEqual([
    { path: 'rss.xml', title: 'rss.xml', entries: 2, changedAt: '2026-11-22T01:02:03.000Z' },
    {
      path: 'sources/wire/rss.xml',
      title: '“<b>” & | `x` 甲',
      entries: 1,
      changedAt: '2026-11-21T22:00:00.000Z',
    },
    { path: 'status.xml', title: 'status.xml', entries: 0, changedAt: null },
  ]);
  expect(feedsLines(feeds, 300)).toEqual([
    'rss.xml                   2  2026-11-22 01:02',
    'sources/wire/rss.xml      1  2026-11-21 22:00',
    'status.xml                0  never',
  ]);
  expect(feedsLines(feeds, 1)[0]).toMatch(/22 01:02 \(the whole last night: .*feedItems, 1\)$/);
  expect(feedsTable(feeds, 1)).toContain('| 2 (the whole last night');
  const rows = feedsTable(feeds, 300).split('\n');
  expect(rows).toContain('| rss.xml | rss.xml | 2 | 2026-11-22 01:02 |');
  expect(rows.find((row) => row.includes('甲'))?.match(/\|/g)).toHaveLength(5);
  expect(rows.join('')).not.toContain('<b>');
});
