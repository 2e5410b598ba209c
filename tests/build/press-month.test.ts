import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dice } from '../../scripts/bench/invented/dice.ts';
import { buildSite } from '../../scripts/build/build-site.ts';
import { loadConfig } from '../../scripts/config/load-config.ts';
import { startServer, type TestServer } from '../../scripts/fetch/fault-server.ts';
import { pullPaper } from '../../scripts/pull/pull-paper.ts';
import type { Config } from '../../src/config/schema.ts';
import { pressAt } from '../../src/digest/press.ts';
import { readItems, readPress } from '../../src/paper/read-content.ts';

/**
 * A month of nights of three feeds: runs that come early, late, twice, every hour, in the evening or not at all, with
 * articles that come late, lose their date or get another one.
 */

const hour = 3_600_000;
const day = 24 * hour;
const zone = 'Europe/Berlin';
/** The clock goes back in the last night but six. */
const start = Date.parse('2026-10-01T00:00:00Z');
const days = 31;
const feeds = ['coast', 'hills', 'harbour'] as const;
const chance = dice('a month of nights');

interface Entry {
  feed: string;
  id: string;
  title: string;
  publishedAt: number | null;
  /** When its feed lists it first. */
  listedAt: number;
}

/** What is published all month: one entry every two hours and a half. */
const entries: Entry[] = Array.from({ length: Math.floor((days * day) / (2.5 * hour)) }, (_, index) => {
  const publishedAt = start + index * 2.5 * hour;
  const late = chance.chance(0.1) ? chance.below(80) * hour : 0;
  return {
    feed: chance.pick(feeds),
    id: `e${index}`,
    title: `Report ${index}`,
    publishedAt: chance.chance(0.05) ? null : publishedAt + (chance.chance(0.03) ? 30 * day : 0),
    listedAt: publishedAt + late,
  };
});

/** The runs of the month: most at 05:43, others as they come on a real machine. */
const runs: number[] = Array.from({ length: days - 1 }, (_, index) => {
  const night = start + (index + 1) * day + 3.72 * hour;
  const kind = chance.below(10);
  if (kind === 0) return [];
  if (kind === 1) return [night + 5 * hour];
  if (kind === 2) return [night + 13 * hour];
  if (kind === 3) return [night - hour, night + hour];
  if (kind === 4) return [night, night + 60_000, night + 3 * hour];
  if (kind === 5) return Array.from({ length: 12 }, (_, each) => night + each * hour);
  return [night];
}).flat();

let now = start;
let server: TestServer;
let folder: string;
let config: Config;
const content = () => join(folder, 'content');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-month-'));
  const serve = (feed: string) => (_: unknown, answer: { end: (text: string) => void }) =>
    answer.end(
      `<rss version="2.0"><channel><title>${feed}</title>${listed(feed).map(xmlOf).join('')}</channel></rss>`,
    );
  server = await startServer(Object.fromEntries(feeds.map((feed) => [`/${feed}`, serve(feed)])));
  const file = join(folder, 'digest.yaml');
  await writeFile(
    file,
    `site: {title: Month, language: en, timeZone: ${zone}, url: "https://paper.example/", feedItems: 400}
pull: {allowPrivateHosts: ["${server.host}"]}
feeds: [${feeds.map((feed) => `{id: ${feed}, url: "${server.url(`/${feed}`)}"}`).join(', ')}]`,
  );
  const loaded = await loadConfig(file);
  if (loaded.config === null) throw new Error(loaded.problems);
  config = loaded.config;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A feed lists what came within the last four days; some headlines change on the second. */
function listed(feed: string): Entry[] {
  return entries.filter(
    (entry) => entry.feed === feed && entry.listedAt <= now && entry.listedAt > now - 4 * day,
  );
}

function xmlOf({ id, title, publishedAt, listedAt }: Entry): string {
  const isEdited = Number(id.slice(1)) % 17 === 0 && now - listedAt > day;
  const date =
    publishedAt === null
      ? ''
      : `<pubDate>${new Date(publishedAt + (isEdited ? hour : 0)).toUTCString()}</pubDate>`;
  return `<item><guid isPermaLink="false">${id}</guid><title>${title}${isEdited ? ', corrected' : ''}</title>${date}<description>What is known of ${title}.</description></item>`;
}

const quiet = { siteUrl: 'https://paper.example/', force: true, onFeed: () => {}, onWait: () => {} };
const placed = async () =>
  new Map((await readItems(content())).items.map((item) => [`${item.feed} ${item.id}`, item.day]));

async function digestsOf(root: string): Promise<Record<string, string>> {
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  const digests = paths.map(
    async (path): Promise<[string, string]> => [
      path.slice(root.length),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ],
  );
  return Object.fromEntries(await Promise.all(digests));
}

describe('a month of nights', { timeout: 300_000 }, () => {
  test('loses no article, shows none in two editions and changes no edition after it is closed', async () => {
    const closed = new Map<string, string[]>();
    const itemsOn = (places: Map<string, string>, edition: string) =>
      [...places].flatMap(([item, on]) => (on === edition ? item : [])).sort();
    for (const [index, run] of runs.entries()) {
      now = run;
      const before = await placed();
      const report = await pullPaper({ ...quiet, config, content: content(), now: new Date(now) });
      expect(report?.failed).toBe(false);
      const places = await placed();
      for (const [item, on] of before) expect(places.get(item)).toBe(on);
      for (const [edition, items] of closed) expect(itemsOn(places, edition)).toEqual(items);
      const isClosed = (edition: string) =>
        now - pressAt(edition, { time: '05:30', timeZone: zone }) > 6 * hour;
      for (const edition of new Set(places.values()))
        if (isClosed(edition)) closed.set(edition, itemsOn(places, edition));
      if (index === Math.floor(runs.length / 2) || index === runs.length - 1)
        expect((await buildSite(optionsFor('grown'), config)).failure).toBeNull();
    }
    const all = await placed();
    const seen = entries.filter(({ listedAt }) =>
      runs.some((run) => listedAt <= run && listedAt > run - 4 * day),
    );
    expect([...all.keys()].sort()).toEqual(seen.map(({ feed, id }) => `${feed} ${id}`).sort());
  });

  test('puts what was published in the 24 hours before a press into its edition', async () => {
    const all = await placed();
    const record = await readPress(content());
    const onTime = entries.filter(({ publishedAt, listedAt }) => publishedAt === listedAt);
    const late = onTime.filter(({ feed, id, publishedAt }) => {
      const edition = all.get(`${feed} ${id}`) ?? '';
      const press = pressAt(edition || '2026-11-30', { time: '05:30', timeZone: zone });
      return edition !== '' && !((publishedAt ?? 0) <= press && (publishedAt ?? 0) > press - 25 * hour);
    });
    expect(late).toEqual([]);
    expect(record?.edition).toBe('2026-10-31');
  });

  test('builds the same bytes night after night as at once, and gives each guid once in every feed', async () => {
    expect((await buildSite(optionsFor('cold'), config)).failure).toBeNull();
    expect(await digestsOf(join(folder, 'grown'))).toEqual(await digestsOf(join(folder, 'cold')));
    for (const file of ['rss.xml', 'daily.xml', ...feeds.map((feed) => `sources/${feed}/rss.xml`)]) {
      const guids = (await readFile(join(folder, 'cold', file), 'utf8')).match(/<guid[^>]*>[^<]*/g) ?? [];
      expect(guids.length, file).toBeGreaterThan(20);
      expect(new Set(guids).size, file).toBe(guids.length);
    }
    const home = await readFile(join(folder, 'cold/index.html'), 'utf8');
    expect(home).toContain('<time datetime="2026-10-31">');
    expect(home).toMatch(/\/latest\/">Since this edition: \d+ articles</);
  });
});

const optionsFor = (out: string) => ({
  config: join(folder, 'digest.yaml'),
  content: content(),
  out: join(folder, out),
});
