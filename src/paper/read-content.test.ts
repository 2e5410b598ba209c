import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatItemFile } from '../store/item-file.ts';
import { readBody, readItems } from './read-content.ts';
import { testItem } from './test-paper.ts';

let content: string;
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'items-'));
});
afterEach(() => rm(content, { recursive: true }));

const write = async (path: string, text: string) => {
  const file = join(content, 'items', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};
const { name: _name, day: _day, ...stored } = testItem({ day: '2026-11-22', name: 'coast-aaaaaaaaaaaa' });
const file = formatItemFile(stored, '<p>正文</p>');

describe('reading the items of a content folder', () => {
  test('gives them sorted by path, with day and name, without their bodies', async () => {
    await write('2026/11/22/coast-bbbbbbbbbbbb.md', file);
    await write('2026/11/21/coast-cccccccccccc.md', file);
    const { items, bad } = await readItems(content);
    expect(items.map(({ day, name }) => [day, name])).toEqual([
      ['2026-11-21', 'coast-cccccccccccc'],
      ['2026-11-22', 'coast-bbbbbbbbbbbb'],
    ]);
    expect(bad).toEqual([]);
    expect(JSON.stringify(items)).not.toContain('正文');
  });

  test('reports a file that cannot be read and reads the others', async () => {
    await write('2026/11/22/coast-bbbbbbbbbbbb.md', 'half a fi');
    await write('2026/11/22/coast-cccccccccccc.md', file);
    await write('notes/coast-dddddddddddd.md', file);
    const { items, bad } = await readItems(content);
    expect(items).toHaveLength(1);
    expect(bad.map((one) => one.file)).toEqual([
      join('items', '2026/11/22/coast-bbbbbbbbbbbb.md'),
      join('items', 'notes/coast-dddddddddddd.md'),
    ]);
  });

  test('takes the first of two files with one name', async () => {
    await write('2026/11/21/coast-bbbbbbbbbbbb.md', file);
    await write('2026/11/22/coast-bbbbbbbbbbbb.md', file);
    const { items, bad } = await readItems(content);
    expect(items.map(({ day }) => day)).toEqual(['2026-11-21']);
    expect(bad[0]?.problem).toContain('2026/11/21');
  });

  test('finds nothing in a missing folder', async () => {
    expect(await readItems(join(content, 'nowhere'))).toEqual({ items: [], bad: [] });
  });
});

test('the body of an item is read from its file', async () => {
  await write('2026/11/22/coast-bbbbbbbbbbbb.md', file);
  expect(await readBody(content, { day: '2026-11-22', name: 'coast-bbbbbbbbbbbb' })).toBe('<p>正文</p>');
});

test('an item whose file is damaged has an empty body', async () => {
  await write('2026/11/22/coast-bbbbbbbbbbbb.md', 'half a fi');
  expect(await readBody(content, { day: '2026-11-22', name: 'coast-bbbbbbbbbbbb' })).toBe('');
});
