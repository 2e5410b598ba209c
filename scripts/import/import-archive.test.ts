import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { itemName } from '../../src/feed/identity.ts';
import { readDocument } from '../../src/feed/read.ts';
import { feedStateSchema } from '../../src/store/feed-state.ts';
import { parseItemFile } from '../../src/store/item-file.ts';
import { type FolderResult, importArchive } from './import-archive.ts';
import { listArchive } from './list-archive.ts';
import { archiveReport } from './report.ts';

const read = readConfig(
  `site: {title: A, timeZone: Asia/Shanghai}
feeds:
  - {id: chao-zh, title: 潮报, url: "https://tide.example/rss", language: zh-Hans}
  - {id: herald, title: Lorn Herald, url: "https://herald.example/rss"}`,
  'digest.yaml',
);
if ('problems' in read) throw new Error('the configuration of the test is wrong');
const { config } = read;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-import-'));
});
afterEach(() => rm(folder, { recursive: true }));

const footer = '<br><hr><div>更多订阅：<br><a href="https://re.example">https://re.example</a><br></div>';
const places = ['灯塔', '码头', '鱼市', '渡口', '船坞', '堤岸', '潮池', '沙洲'];

async function archived(
  path: string,
  stamp: string,
  title: string,
  link: string,
  body: string,
): Promise<void> {
  const file = join(folder, 'archive', path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `<!--${stamp}-->\n[${title}](${link})\n------\n\n${body}`);
}

/** Eight articles of 27 November 2020 in the folder of a source, each with the same footer. */
async function archiveOf(source: string, host: string): Promise<void> {
  for (const [index, place] of places.entries()) {
    const stamp = Date.parse('2020-11-27T02:00:00Z') + index * 3_600_000;
    const body = `<p>${place}在清晨迎来第一批客人，人人都说从没见过这样的早晨。</p><p>${place}的看守人第${index}次打开大门。</p>`;
    await archived(
      `${source}/${100 + index}_${place}.md`,
      `${stamp}`,
      `${place}开放 - 某社`,
      `https://${host}/${index}`,
      body + footer,
    );
  }
}

async function run(dryRun = false, now = '2021-01-01T00:00:00Z'): Promise<FolderResult[]> {
  const folders = await listArchive(join(folder, 'archive'));
  const content = join(folder, 'content');
  return importArchive({ config, content, folders, now: new Date(now), dryRun, onProgress: () => {} });
}

async function stored(): Promise<Map<string, string>> {
  const content = join(folder, 'content');
  const files = (await readdir(content, { recursive: true }).catch(() => [])).filter((file) =>
    /\.\w+$/.test(file),
  );
  const texts = await Promise.all(
    files.sort().map(async (file) => [file, await readFile(join(content, file), 'utf8')] as const),
  );
  return new Map(texts);
}

async function items() {
  return [...(await stored())]
    .filter(([file]) => file.endsWith('.md'))
    .map(([file, text]) => {
      const parsed = parseItemFile(text);
      if ('problem' in parsed) throw new Error(parsed.problem);
      return { ...parsed, day: file.slice('items/'.length, 'items/2020/11/27'.length) };
    });
}

describe('an import of an archive', () => {
  test('stores every article in the edition of its date, without the boilerplate of its feed', async () => {
    await archiveOf('潮报', 'tide.example');
    const [result] = await run();
    expect(result).toMatchObject({ added: 8, present: 0, skipped: [], days: ['2020-11-28', '2020-11-28'] });
    const found = await items();
    // 10:00 to 17:00 in Shanghai on the 27th is after its press; the archive has an article for each hour.
    expect(found.map(({ day }) => day)).toEqual(Array.from({ length: 8 }, () => '2020/11/28'));
    expect(found.map(({ item }) => item.title).sort()).toEqual(places.map((place) => `${place}开放`).sort());
    for (const { item, body } of found) {
      expect(item).toMatchObject({ feed: 'chao-zh', language: 'zh-Hans', fullText: true });
      expect(item.firstSeenAt).toBe(item.publishedAt);
      expect(body).not.toContain('re.example');
      expect(body).toContain('看守人');
      expect(item.removed).toContainEqual(expect.objectContaining({ rule: 'boilerplate' }));
    }
  });

  test('keeps the learned boilerplate for later pulls', async () => {
    await archiveOf('潮报', 'tide.example');
    await run();
    const state = feedStateSchema.parse(JSON.parse((await stored()).get('status/chao-zh.json') ?? ''));
    expect(Object.values(state.boilerplate?.furniture ?? {}).map(({ text }) => text)).toContain(
      'https://re.example',
    );
    expect(state.boilerplate?.affixes.suffixes).toEqual([' - 某社']);
    expect(state.title).toBe('潮报');
  });

  test('a second import changes nothing, and completes an interrupted one', async () => {
    await archiveOf('潮报', 'tide.example');
    await run();
    const first = await stored();
    expect((await run())[0]).toMatchObject({ added: 0, present: 8 });
    expect(await stored()).toEqual(first);
    const [lost = ''] = [...first.keys()].filter((file) => file.endsWith('.md'));
    await rm(join(folder, 'content', lost));
    expect((await run())[0]).toMatchObject({ added: 1, present: 7 });
    expect(await stored()).toEqual(first);
  });

  test('a dry run reports the same and writes nothing', async () => {
    await archiveOf('潮报', 'tide.example');
    const dry = await run(true);
    expect(await stored()).toEqual(new Map());
    expect(dry).toEqual(await run());
  });

  test('a later pull recognises an imported article', async () => {
    await archiveOf('潮报', 'tide.example');
    await run();
    const rss = `<rss version="2.0"><channel><title>潮报</title><item><title>灯塔开放</title>
      <link>http://tide.example/0</link><description>灯塔</description></item></channel></rss>`;
    const facts = { feed: 'chao-zh', contentType: 'application/rss+xml', base: null };
    const document = await readDocument(new TextEncoder().encode(rss), facts);
    const [item] = document.items;
    if (!item) throw new Error('no item');
    expect([...(await stored()).keys()]).toContain(`items/2020/11/28/${itemName('chao-zh', item)}.md`);
  });

  test('a folder without a configured feed becomes a feed, with lines for digest.yaml', async () => {
    await archiveOf('海岸晨讯', 'coast.example');
    await archiveOf('海 岸晨讯', 'other.example');
    const results = await run();
    expect(results.map(({ feed }) => [feed.id, feed.isNew])).toEqual([
      ['hai-an-chen-xun', true],
      ['hai-an-chen-xun-2', true],
    ]);
    const report = archiveReport(results, join(folder, 'archive'), false);
    const lines = report.slice(report.indexOf('  - id:'));
    const pasted = readConfig(`site: {title: A}\nfeeds:\n${lines}\n`, 'digest.yaml');
    expect(pasted).toMatchObject({
      config: { feeds: [{ id: 'hai-an-chen-xun', url: 'https://other.example/', enabled: false }, {}] },
    });
  });

  test('an article that is archived twice is one item with its earlier headline', async () => {
    await archived(
      '潮报/1_a.md',
      '1606442039000',
      '桥将开放',
      'https://tide.example/1',
      '<p>桥还没有开放。</p>',
    );
    await archived('潮报/2_b.md', '1606445639000', '桥已开放', 'http://tide.example/1', '<p>桥开放了。</p>');
    expect((await run())[0]).toMatchObject({ added: 1, versions: 1 });
    const [found] = await items();
    expect(found?.item).toMatchObject({
      title: '桥已开放',
      publishedAt: '2020-11-27T01:53:59.000Z',
      earlierTitles: [{ title: '桥将开放', until: '2020-11-27T02:53:59.000Z' }],
    });
  });

  test('an article without a date is placed by its number; without both it is left out and reported', async () => {
    await archiveOf('潮报', 'tide.example');
    await archived('潮报/103_x.md', 'NaN', '无日期', 'https://tide.example/x', '<p>没有日期的一篇。</p>');
    await archived('潮报/也没有.md', 'NaN', '无号', 'https://tide.example/y', '<p>没有号码的一篇。</p>');
    await archived(
      '潮报/104_z.md',
      '4102444800000',
      '未来',
      'https://tide.example/z',
      '<p>来自未来的一篇。</p>',
    );
    await archived('潮报/README.md', '', '', '', '');
    const results = await run();
    const result = results[0];
    expect(result).toMatchObject({ added: 10 });
    expect(result?.skipped.map(({ file }) => file.split('/').at(-1)).sort()).toEqual([
      'README.md',
      '也没有.md',
    ]);
    expect((await items()).find(({ item }) => item.title === '无日期')).toMatchObject({
      day: '2020/11/28',
      item: { publishedAt: null, firstSeenAt: '2020-11-27T05:00:00.000Z' },
    });
    expect(archiveReport(results, join(folder, 'archive'), false)).toContain('潮报/也没有.md');
  });

  test('files in the folder itself become a feed with the name of the folder', async () => {
    await archived('1_a.md', '1606442039000', '桥', 'https://tide.example/1', '<p>桥开放了。</p>');
    await archived('.hidden/2_b.md', '1606442039000', '桥', 'https://tide.example/2', '<p>桥开放了。</p>');
    const results = await run();
    expect(results.map(({ folder: name, added }) => [name, added])).toEqual([['archive', 1]]);
  });
});
