import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../build/project.ts';
import { circlesOf } from './circles.ts';
import { brokenWalls, folderGraph } from './folders.ts';
import { type ImportGraph, readImportGraph } from './graph.ts';
import { lintRules } from './lint-rules.ts';

/** The floors as the documentation has them, the lowest first. */
const floors = [
  ['issue'],
  ['text'],
  ['html'],
  ['config'],
  ['feed'],
  ['clean'],
  ['store'],
  ['digest'],
  ['i18n', 'archive', 'styles'],
  ['paper'],
  ['components'],
  ['pages'],
];
const pure = ['issue', 'text', 'html', 'config', 'feed', 'clean', 'store', 'digest', 'i18n', 'archive'];
const rooms = floors.flat();
const floorOf = (room: string) => floors.findIndex((floor) => floor.includes(room));

/** A line of code in a file of the program, and whether a wall stands in its way. */
interface Probe {
  file: string;
  code: string;
  by: 'imports' | 'globals' | 'clock' | 'nothing';
}

const importing = (specifier: string) => `export * from '${specifier}';`;
const fileOf = (room: string) => (room === 'issue' ? 'src/issue.ts' : `src/${room}/probe.ts`);
const specifierFrom = (room: string, other: string) =>
  `${room === 'issue' ? './' : '../'}${other === 'issue' ? 'issue.ts' : `${other}/other.ts`}`;

const betweenRooms: Probe[] = rooms.flatMap((room) =>
  rooms
    .filter((other) => other !== room)
    .map((other) => ({
      file: fileOf(room),
      code: importing(specifierFrom(room, other)),
      by: floorOf(other) >= floorOf(room) ? 'imports' : 'nothing',
    })),
);

const outside = [
  'node:fs',
  'node:fs/promises',
  'node:net',
  'node:http',
  'node:https',
  'node:process',
  'undici',
];
const ofPureRooms: Probe[] = pure.flatMap((room) => {
  const file = fileOf(room);
  return [
    ...outside.map((name) => ({ file, code: importing(name), by: 'imports' as const })),
    { file, code: `export const a = await import('node:fs');`, by: 'imports' },
    { file, code: `import { readFileSync } from 'node:fs'; export { readFileSync };`, by: 'imports' },
    { file, code: `import { randomBytes } from 'node:crypto'; export { randomBytes };`, by: 'imports' },
    {
      file,
      code: `import { createHash, hash } from 'node:crypto'; export { createHash, hash };`,
      by: 'nothing',
    },
    { file, code: importing('astro:content'), by: 'imports' },
    { file, code: 'export const b = Date.now();', by: 'clock' },
    { file, code: 'export const c = new Date();', by: 'clock' },
    { file, code: 'export const d = Math.random();', by: 'clock' },
    { file, code: `export const e = new Date('2026-11-28');`, by: 'nothing' },
    ...['fetch', 'process', 'setTimeout', 'setInterval', 'performance', 'console', 'crypto', 'document'].map(
      (name) => ({ file, code: `export const ${name}s = ${name};`, by: 'globals' as const }),
    ),
  ] satisfies Probe[];
});

const everywhere: Probe[] = rooms.flatMap((room) => {
  const file = fileOf(room);
  const up = room === 'issue' ? '../' : '../../';
  return [
    { file, code: importing(`${up}scripts/pull.ts`), by: 'imports' },
    { file, code: importing(`${up}scripts/fetch/guard.ts`), by: 'imports' },
    { file, code: importing(`${up}tests/browser/browser.ts`), by: 'imports' },
    { file, code: importing('./test-paper.ts'), by: 'imports' },
    { file, code: importing('rss-parser'), by: 'imports' },
    { file, code: importing('sanitize-html'), by: 'imports' },
  ] satisfies Probe[];
});

const single: Probe[] = [
  { file: 'src/feed/normalise/probe.ts', code: importing('../../digest/day.ts'), by: 'imports' },
  { file: 'src/feed/normalise/probe.ts', code: importing('node:net'), by: 'imports' },
  { file: 'src/feed/normalise/probe.ts', code: importing('../item.ts'), by: 'nothing' },
  { file: 'src/feed/parse.ts', code: importing('rss-parser'), by: 'nothing' },
  { file: 'src/feed/parse.ts', code: importing('sanitize-html'), by: 'imports' },
  { file: 'src/feed/parse.ts', code: importing('../clean/rule.ts'), by: 'imports' },
  { file: 'src/feed/parse.ts', code: importing('../../scripts/pull.ts'), by: 'imports' },
  { file: 'src/feed/parse.ts', code: importing('node:net'), by: 'imports' },
  { file: 'src/feed/parse.ts', code: 'export const a = Date.now();', by: 'clock' },
  { file: 'src/clean/sanitize.ts', code: importing('sanitize-html'), by: 'nothing' },
  { file: 'src/clean/sanitize.ts', code: importing('rss-parser'), by: 'imports' },
  { file: 'src/clean/sanitize.ts', code: importing('../digest/day.ts'), by: 'imports' },
  { file: 'src/clean/sanitize.ts', code: importing('undici'), by: 'imports' },
  { file: 'src/clean/sanitize.ts', code: 'export const a = fetch;', by: 'globals' },
  { file: 'src/digest/probe.ts', code: importing('../paper.ts'), by: 'imports' },
  { file: 'src/components/probe.ts', code: importing('../paper.ts'), by: 'nothing' },
  { file: 'src/paper.ts', code: importing('./components/reader/keys.ts'), by: 'imports' },
  { file: 'src/paper.ts', code: importing('../scripts/pull.ts'), by: 'imports' },
  { file: 'src/paper.ts', code: importing('./content.config.ts'), by: 'imports' },
  { file: 'src/content.config.ts', code: importing('../scripts/pull.ts'), by: 'imports' },
  { file: 'src/middleware.ts', code: importing('../scripts/pull.ts'), by: 'imports' },
  { file: 'astro.config.mjs', code: importing('./scripts/pull.ts'), by: 'imports' },
  { file: 'src/components/Probe.astro', code: `import '../pages/index.astro';`, by: 'imports' },
  { file: 'src/components/Probe.astro', code: `import '../../scripts/pull.ts';`, by: 'imports' },
  { file: 'src/components/Probe.astro', code: `import '../paper.ts';`, by: 'nothing' },
  { file: 'src/pages/[year]/index.astro', code: `import '../../../scripts/pull.ts';`, by: 'imports' },
  { file: 'src/pages/[year]/index.astro', code: `import 'sanitize-html';`, by: 'imports' },
  { file: 'src/pages/[year]/index.astro', code: `import '../../components/Layout.astro';`, by: 'nothing' },
  { file: 'scripts/pull/probe.ts', code: importing('../../tests/browser/browser.ts'), by: 'imports' },
  { file: 'scripts/pull/probe.ts', code: importing('../../src/paper/test-paper.ts'), by: 'imports' },
  { file: 'scripts/pull/probe.ts', code: importing('rss-parser'), by: 'imports' },
  { file: 'scripts/pull/probe.ts', code: importing('sanitize-html'), by: 'imports' },
  { file: 'scripts/pull/probe.ts', code: importing('../../src/digest/day.ts'), by: 'nothing' },
  { file: 'scripts/pull/probe.ts', code: importing('../../src/components/reader/keys.ts'), by: 'imports' },
  { file: 'scripts/pull/probe.ts', code: importing('../../src/pages/rss.xml.ts'), by: 'imports' },
  { file: 'scripts/pull/probe.ts', code: importing('../../src/paper/make-paper.ts'), by: 'nothing' },
  { file: 'src/feed/probe.test.ts', code: importing('node:fs'), by: 'nothing' },
];

const probes = [...betweenRooms, ...ofPureRooms, ...everywhere, ...single];

const categories = new Map<string, Probe['by']>([
  ['lint/style/noRestrictedImports', 'imports'],
  ['lint/style/noRestrictedGlobals', 'globals'],
  ['plugin', 'clock'],
]);

interface Report {
  diagnostics: { category: string; location: { path: string; start: { line: number } } }[];
}

/** What the linter, with the project's configuration, says of each probe: `file:line` → which wall it hit. */
async function lintProbes(folder: string): Promise<Map<string, Probe['by']>> {
  for (const file of ['biome.json', 'scripts/imports/walls.json', 'scripts/imports/no-clock.grit']) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(project, file), join(folder, file));
  }
  for (const [file, ofFile] of Map.groupBy(probes, (probe) => probe.file)) {
    const lines = ofFile.map(({ code }) => code);
    await mkdir(dirname(join(folder, file)), { recursive: true });
    const text = file.endsWith('.astro') ? ['---', ...lines, '---', '<p></p>'] : lines;
    await writeFile(join(folder, file), `${text.join('\n')}\n`);
  }
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  const biome = join(project, 'node_modules/@biomejs/biome/bin/biome');
  const output = lint(biome, args, folder);
  const { diagnostics } = JSON.parse(output) as Report;
  const hits = diagnostics.map(({ category, location }) => {
    const line = location.start.line - (location.path.endsWith('.astro') ? 1 : 0);
    return [`${location.path.replaceAll('\\', '/')}:${line}`, categories.get(category)] as const;
  });
  return new Map(hits.flatMap(([at, by]) => (by === undefined ? [] : [[at, by] as const])));
}

/** The linter exits with 1 when it finds something, which it is here for. */
function lint(biome: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, [biome, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe('the walls in the linter', () => {
  let folder: string;
  let hits: Map<string, Probe['by']>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-walls-'));
    hits = await lintProbes(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const numbered = [...Map.groupBy(probes, (probe) => probe.file).values()].flatMap((ofFile) =>
    ofFile.map((probe, index) => ({ ...probe, line: index + 1 })),
  );
  const forbidden = numbered.filter(({ by }) => by !== 'nothing');
  const allowed = numbered.filter(({ by }) => by === 'nothing');

  test.each(forbidden)('$file may not say $code', ({ file, line, by }) => {
    expect(hits.get(`${file}:${line}`)).toBe(by);
  });

  test.each(allowed)('$file may say $code', ({ file, line }) => {
    expect(hits.get(`${file}:${line}`)).toBe(undefined);
  });

  test('are what the table of rooms says (npm run walls:write writes them)', async () => {
    const written: unknown = JSON.parse(await readFile(join(project, 'scripts/imports/walls.json'), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(lintRules())));
  });
});

describe('the imports of the project', () => {
  let graph: ImportGraph;
  beforeAll(async () => {
    graph = await readImportGraph(project);
  });

  test('lead down only, to files that there are', () => {
    expect(brokenWalls(graph)).toEqual([]);
  });

  test('form no circle of files', () => {
    expect(
      circlesOf(new Map([...graph].map(([file, { files }]) => [file, files.map((other) => other.file)]))),
    ).toEqual([]);
  });

  test('form no circle of folders', () => {
    expect(circlesOf(folderGraph(graph))).toEqual([]);
  });

  test('are read from pages, styles and scripts alike', () => {
    expect([...graph.keys()]).toEqual(
      expect.arrayContaining([
        'src/pages/index.astro',
        'src/styles/paper.css',
        'scripts/pull.ts',
        'astro.config.mjs',
      ]),
    );
    expect(graph.get('src/components/Layout.astro')?.files).toContainEqual({
      file: 'src/components/reader/reader.ts',
      isType: false,
    });
  });
});
