import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../../scripts/build/project.ts';
import { formatItemFile } from '../../src/store/item-file.ts';
import { pathOfItem } from '../../src/store/item-path.ts';
import { inventedConfig, inventedItems } from '../browser/invented-items.ts';

const day = '2026-11-22';
/** A copy of the project, whose code and content the tests change. */
let copy: string;
let server: ChildProcess;
let address: string;

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'broadsheet-dev-'));
  for (const name of ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(resolve(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  writeFileSync(join(copy, 'digest.yaml'), inventedConfig);
  for (const { item, body } of inventedItems(day, 4)) store(item, body);
  server = spawn(process.execPath, ['scripts/dev.ts', '--config', 'digest.yaml', '--content', 'content'], {
    cwd: copy,
    // Astro's dev server renders nothing when it believes that Vitest runs it.
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  address = await printedAddress(server);
});
afterAll(async () => {
  if (server.kill()) await once(server, 'exit');
  rmSync(copy, { recursive: true, force: true });
});

type Invented = ReturnType<typeof inventedItems>[number];

function store({ day, name, ...stored }: Invented['item'], body: Invented['body']): void {
  const file = join(copy, 'content', 'items', pathOfItem(name, day));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, formatItemFile(stored, body));
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(copy, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(join(copy, file), text.replace(from, to));
}

/** Waits for the address that the command prints; rejects when the command ends before it does. */
function printedAddress({ stdout }: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((found, fail) => {
    stdout?.on('data', (chunk) => {
      printed += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (url !== undefined) found(url);
    });
    stdout?.on('end', () => fail(new Error(`npm run dev ended: ${printed}`)));
  });
}

async function text(path: string): Promise<string> {
  return (await fetch(new URL(path, address))).text();
}

describe('npm run dev', { timeout: 30_000 }, () => {
  test('shows the stored paper without pulling it', async () => {
    expect(await text('/')).toContain('渡轮改在清晨五点开出');
    expect(await text(`/2026/11/22/coast-202611220000/`)).toContain('data-article-body');
  });

  test('shows a changed item', async () => {
    const [first] = inventedItems(day, 4);
    if (first === undefined) throw new Error('no item');
    store({ ...first.item, title: 'A new headline' }, '<p>A new body.</p>');
    await expect.poll(() => text('/'), { timeout: 10_000 }).toContain('A new headline');
    expect(await text(`/2026/11/22/coast-202611220000/`)).toContain('A new body.');
  });

  test('shows a new item and its page', async () => {
    const fifth = inventedItems(day, 5)[4];
    if (fifth === undefined) throw new Error('no item');
    store({ ...fifth.item, title: 'One more article' }, fifth.body);
    await expect.poll(() => text('/'), { timeout: 10_000 }).toContain('One more article');
    expect(await text(`/2026/11/22/${fifth.item.name}/`)).toContain('One more article');
  });

  test('shows a changed component, word and style sheet', async () => {
    edit('src/components/Masthead.astro', '<header', '<header data-changed');
    await expect.poll(() => text('/'), { timeout: 10_000 }).toContain('data-changed');
    edit('src/i18n/zh-Hans.ts', "today: '最新'", "today: '今天的'");
    await expect.poll(() => text('/'), { timeout: 10_000 }).toContain('今天的');
    edit('src/styles/tokens.css', '--gap:', '--changed-gap: 0; --gap:');
    await expect.poll(() => text('/'), { timeout: 10_000 }).toContain('--changed-gap');
  });

  test('shows a changed digest.yaml, and items that change after it', async () => {
    edit('digest.yaml', 'title: 海岸报', 'title: 新的报名');
    await expect.poll(() => text('/'), { timeout: 10_000 }).toContain('新的报名');
    const [, second] = inventedItems(day, 4);
    if (second === undefined) throw new Error('no item');
    store({ ...second.item, title: 'Changed after the restart' }, second.body);
    await expect.poll(() => text('/'), { timeout: 10_000 }).toContain('Changed after the restart');
  });
});
