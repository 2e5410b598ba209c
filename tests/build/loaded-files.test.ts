import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../../scripts/build/project.ts';
import { renderingFiles } from '../../scripts/build/renderer.ts';

/** Loaded by Astro before the bundler or with its settings, written beside the pages by a program of its own, or part of a style sheet. */
const otherwiseLoaded =
  /^src\/(?:content\.config\.ts|paper\/add-styles\.ts|paper\/search\/search-(?:index|text)\.ts|styles\/.*\.css)$/;

let folder: string;
let loaded: string[];
let counted: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-loaded-'));
  await mkdir(join(folder, 'content'));
  await writeFile(
    join(folder, 'digest.yaml'),
    'site: { title: 海岸, url: "https://paper.example/" }\nfeeds:\n  - { id: coast, url: "https://coast.example/feed" }\n',
  );
  const printed = execFileSync(process.execPath, [join(project, 'tests/build/loaded-files.ts')], {
    encoding: 'utf8',
    env: {
      ...process.env,
      BROADSHEET_CONFIG: join(folder, 'digest.yaml'),
      BROADSHEET_CONTENT: join(folder, 'content'),
      BROADSHEET_OUT: join(folder, 'out'),
      BROADSHEET_CACHE: join(folder, 'cache'),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  loaded = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as string[];
  counted = [...(await renderingFiles(project)).keys()].filter((file) => file.startsWith('src/'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the files that count as rendering a month', () => {
  test('are all that a build loads', () => {
    expect(loaded).toContain('src/pages/index.astro');
    expect(loaded.filter((file) => !counted.includes(file))).toEqual([]);
  });

  test('are no others', () => {
    expect(counted.filter((file) => !loaded.includes(file) && !otherwiseLoaded.test(file))).toEqual([]);
  });
});
