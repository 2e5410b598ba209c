import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copiesFolder, formatIndex, indexName, pictureFolder } from '../store/picture-index.ts';
import { readEnvironment } from './environment.ts';
import { pictureCopies, readCopies } from './picture-copies.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picture-copies-'));
  await mkdir(join(folder, 'content', pictureFolder, copiesFolder), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const file = (digit: string) => `${digit.repeat(20)}.webp`;
const address = (name: string) => `https://coast.example/${name}.jpg`;

/** Writes the index of a month; of each picture the first digit of its copy. */
async function keep(month: string, pictures: Record<string, string>) {
  const entries = Object.entries(pictures).map(([name, digit]) => [
    address(name),
    { file: file(digit), width: 320, height: 200, bytes: 4 },
  ]);
  await writeFile(
    join(folder, 'content', pictureFolder, indexName(month)),
    formatIndex(Object.fromEntries(entries)),
  );
  for (const digit of Object.values(pictures))
    await writeFile(join(folder, 'content', pictureFolder, copiesFolder, file(digit)), digit);
}

async function environment(pictures = 'local') {
  const config = join(folder, 'digest.yaml');
  await writeFile(
    config,
    `site: {title: P, url: "https://paper.example/p/", pictures: ${pictures}}\nfeeds: [{id: coast, url: "https://coast.example/feed"}]\n`,
  );
  return readEnvironment({
    BROADSHEET_CONFIG: config,
    BROADSHEET_CONTENT: join(folder, 'content'),
  });
}
const addressesOf = async (month: string) => [
  ...((await readCopies(await environment())).get(month)?.keys() ?? []),
];

describe('a build finds copies', () => {
  test('by month and original, at their address on the site', async () => {
    await keep('2026-10', { quay: 'a' });
    await keep('2026-11', { quay: 'a', lake: 'b' });
    const copies = await readCopies(await environment());
    expect(copies.get('2026-11')?.get(address('lake'))).toEqual({
      src: `https://paper.example/p/2026/11/pictures/${file('b')}`,
      width: 320,
      height: 200,
    });
    expect([...(copies.get('2026-10')?.keys() ?? [])]).toEqual([address('quay')]);
  });

  test('only if their files exist; none when the folder is missing', async () => {
    await keep('2026-11', { quay: 'a', lake: 'b' });
    await rm(join(folder, 'content', pictureFolder, copiesFolder, file('a')));
    expect(await addressesOf('2026-11')).toEqual([address('lake')]);
    await writeFile(join(folder, 'content', pictureFolder, indexName('2026-11')), '{"half');
    expect(await addressesOf('2026-11')).toEqual([]);
    await rm(join(folder, 'content'), { recursive: true });
    expect(await addressesOf('2026-11')).toEqual([]);
  });

  test('only when the configuration asks for some', async () => {
    await keep('2026-11', { quay: 'a' });
    expect((await readCopies(await environment('direct'))).size).toBe(0);
  });
});

test('the copies of a month are written beside its pages, and none for a month that was not built', async () => {
  await keep('2026-10', { quay: 'a' });
  await keep('2026-11', { quay: 'a', pier: 'a', lake: 'b' });
  const built = join(folder, 'dist');
  await mkdir(join(built, '2026/11/22'), { recursive: true });
  const env = await environment();
  await pictureCopies(env).hooks['astro:build:done']?.({ dir: pathToFileURL(`${built}/`) } as never);
  expect(await readdir(join(built, '2026'))).toEqual(['11']);
  expect((await readdir(join(built, '2026/11/pictures'))).sort()).toEqual([file('a'), file('b')]);
});
