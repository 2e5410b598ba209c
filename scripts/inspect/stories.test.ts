import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { formatItemFile } from '../../src/store/item-file.ts';
import type { StoredItem } from '../../src/store/stored-item.ts';
import { inspectStories } from './stories.ts';

const ferry = '渡轮“海燕七号”在南屏岛外触礁下沉，船上一百四十六人全部获救，九人受轻伤，船长正在接受问话。';
let folder = '';

async function store(path: string, feed: string, title: string, text: string): Promise<void> {
  const seen = '2031-03-04T01:00:00.000Z';
  const item: StoredItem = {
    title,
    feed,
    id: path,
    link: null,
    publishedAt: seen,
    firstSeenAt: seen,
    updatedAt: null,
    author: null,
    language: 'zh-Hans',
    excerpt: text,
    categories: [],
    picture: null,
    enclosures: [],
    minutes: 1,
    fullText: true,
    signature: '',
    earlierTitles: [],
    removed: [],
  };
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), formatItemFile(item, `<p>${text}</p>`));
}

const run = (...args: string[]) => runWith([], ...args);

async function runWith(
  lines: string[],
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = await inspectStories(args, Readable.from(lines.map((line) => `${line}\n`)));
  const result = { code, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') };
  out.mockRestore();
  err.mockRestore();
  return result;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stories-'));
  await store('2031/03/04/beian-000000000001.md', 'beian', '“海燕七号”触礁下沉', ferry);
  await store(
    '2031/03/04/haijiao-000000000002.md',
    'haijiao',
    '“海燕七号”乘客脱险',
    '雾中触礁的“海燕七号”四十分钟里沉没，渔船和巡逻艇救起一百四十六人，没有人遇难。',
  );
  await store(
    '2031/03/04/yuanfan-000000000003.md',
    'yuanfan',
    '面馆最后一天',
    '老面馆卖出最后一碗面，熟客排到中午。',
  );
  await store('2031/03/05/beian-000000000004.md', 'beian', '“海燕七号”船长停职', `${ferry}船长停职。`);
  await writeFile(join(folder, '2031/03/05/broken.md'), 'no front matter');
});
afterAll(() => rm(folder, { recursive: true }));

describe('inspect --stories', () => {
  test('prints the story of each path, sorted, with one id for a story that goes on', async () => {
    const { code, out, err } = await run('--stories', folder);
    expect(code).toBe(0);
    expect(Object.entries(JSON.parse(out))).toEqual([
      ['2031/03/04/beian-000000000001.md', 'beian-000000000001'],
      ['2031/03/04/haijiao-000000000002.md', 'beian-000000000001'],
      ['2031/03/04/yuanfan-000000000003.md', 'yuanfan-000000000003'],
      ['2031/03/05/beian-000000000004.md', 'beian-000000000001'],
    ]);
    expect(err).toContain('broken.md');
  });

  test('explains why an item is in its story', async () => {
    const { code, out } = await run('--stories', folder, '--why', 'haijiao-000000000002');
    expect(code).toBe(0);
    expect(out).toContain('Story: beian-000000000001, 2 of that day');
    expect(out).toMatch(/^= 0\.\d+ beian-000000000001 .*海燕/m);
  });

  test('reports a wrong option, folder or item', async () => {
    expect((await run('--stories')).code).toBe(2);
    expect((await run('--stories', join(folder, 'nowhere'))).code).toBe(1);
    expect((await run('--stories', folder, '--why', 'nobody')).code).toBe(1);
  });
});

describe('inspect --stories --batch', () => {
  const line = (id: string, feed: string, title: string, body: string, more: object = {}) =>
    JSON.stringify({ id, day: '2031-03-04', feed, title, body, language: 'zh-Hans', ...more });
  const lines = [
    line('one', 'beian', '“海燕七号”触礁下沉', ferry),
    line(
      'two',
      'haijiao',
      '“海燕七号”乘客脱险',
      '<p>雾中触礁的“海燕七号”四十分钟里沉没，渔船和巡逻艇救起一百四十六人，没有人遇难。</p>',
    ),
    line('three', 'yuanfan', '面馆最后一天', ''),
  ];

  test('prints the story of each id as one JSON object', async () => {
    const { code, out } = await runWith(lines, '--stories', '--batch');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ one: 'one', two: 'one', three: 'three' });
  });

  test('prints an empty object for no lines', async () => {
    expect((await runWith(['', ' '], '--stories', '--batch')).out).toBe('{}');
  });

  test('reads a body without tags as text, and null or no values', async () => {
    const plain = [
      line('a', 'x', 'Barge tolls rise at Ellery & Dunmore', 'Tolls rise if weight < 40 t & draught > 2 m', {
        language: null,
      }),
      JSON.stringify({
        id: 'b',
        day: '2031-03-04',
        feed: 'y',
        title: 'Barge tolls rise at Ellery & Dunmore',
      }),
    ];
    const { code, out } = await runWith(plain, '--stories', '--batch');
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual(['a', 'b']);
  });

  test('explains an item of the lines with --why', async () => {
    const { code, out } = await runWith(lines, '--stories', '--batch', '--why', 'two');
    expect(code).toBe(0);
    expect(out).toContain('Story: one, 2 of that day');
  });

  test('reports the first line that is no item, or repeats an id', async () => {
    const broken = await runWith([lines[0] ?? '', '{"id":'], '--stories', '--batch');
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('Line 2');
    const undated = await runWith(['{"id":"a","feed":"b","title":"c"}'], '--stories', '--batch');
    expect(undated.err).toContain('day');
    const again = await runWith([lines[0] ?? '', lines[0] ?? ''], '--stories', '--batch');
    expect(again.code).toBe(1);
    expect(again.err).toContain('one');
  });

  test('takes no folder', async () => {
    expect((await runWith(lines, '--stories', folder, '--batch')).code).toBe(2);
  });
});
