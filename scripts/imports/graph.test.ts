import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { circlesOf } from './circles.ts';
import { brokenWalls, floorsOf, folderGraph } from './folders.ts';
import { importGraph, readWhatRuns } from './graph.ts';

const graphOf = (texts: Record<string, string>) => importGraph(new Map(Object.entries(texts)));

describe('importGraph', () => {
  test('resolves relative imports and keeps the names of packages', () => {
    const graph = graphOf({ 'src/a/b.ts': `import '../c.ts'; import { z } from 'zod'; import 'node:fs';` });
    expect(graph.get('src/a/b.ts')).toEqual({
      files: [{ file: 'src/c.ts', isType: false }],
      packages: ['zod', 'node:fs'],
    });
  });
});

describe('readWhatRuns', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-runs-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const write = (file: string, text: string) => writeFile(join(folder, file), text);

  test('follows what runs, through circles, and leaves types out', async () => {
    await write('a.ts', `import './b.ts'; import type { T } from './t.ts'; import './words.json';`);
    await write('b.ts', `import './a.ts'; import('./c.css');`);
    await write('c.css', 'p { color: red }');
    await write('words.json', '{}');
    await write('other.ts', `import './a.ts';`);
    const files = await readWhatRuns(folder, ['a.ts']);
    expect([...files.keys()]).toEqual(['a.ts', 'b.ts', 'c.css', 'words.json']);
    expect(files.get('words.json')?.toString()).toBe('{}');
  });

  test('reports a file that is not there', async () => {
    await write('d.ts', `import './gone.ts';`);
    await expect(readWhatRuns(folder, ['d.ts'])).rejects.toThrow('gone.ts');
  });
});

describe('circlesOf', () => {
  test('finds each circle once, however it is entered', () => {
    const graph = new Map([
      ['a', ['b', 'x']],
      ['b', ['c']],
      ['c', ['b', 'd']],
      ['d', []],
      ['x', ['y']],
      ['y', ['z', 'd']],
      ['z', ['x']],
    ]);
    expect(circlesOf(graph)).toEqual([
      ['b', 'c'],
      ['x', 'y', 'z'],
    ]);
  });

  test('finds none in a graph that only goes down', () => {
    const graph = new Map([
      ['a', ['b', 'c', 'a']],
      ['b', ['c']],
      ['c', ['outside']],
    ]);
    expect(circlesOf(graph)).toEqual([]);
  });
});

describe('folderGraph', () => {
  const graph = graphOf({
    'src/digest/day.ts': `import '../text/compare.ts'; import './place.ts';`,
    'src/digest/place.ts': '',
    'src/digest/day.test.ts': `import '../paper/test-paper.ts';`,
    'src/paper/test-paper.ts': `import '../digest/day.ts';`,
    'src/text/compare.ts': '',
    'src/feed/read.ts': `import type { A } from '../clean/rule.ts'; import '../gone.ts'; import '../test-x.ts';`,
    'src/clean/rule.ts': `import '../../scripts/pull.ts';`,
    'src/test-x.ts': '',
    'scripts/pull.ts': '',
  });

  test('leaves tests out', () => {
    expect([...(folderGraph(graph).get('src/digest') ?? [])]).toEqual(['src/text']);
  });

  test('gives every folder the floor above all that it imports', () => {
    const folders = new Map([
      ['pages', new Set(['paper', 'text'])],
      ['paper', new Set(['text'])],
      ['text', new Set<string>()],
      ['styles', new Set<string>()],
    ]);
    expect(floorsOf(folders)).toEqual([['text', 'styles'], ['paper'], ['pages']]);
  });

  test('reports imports that go up, lead nowhere, into the tests or into scripts', () => {
    expect(brokenWalls(graph)).toEqual([
      'src/feed/read.ts imports src/clean/rule.ts: feed stands below clean',
      'src/feed/read.ts imports src/gone.ts: there is no such file',
      'src/feed/read.ts imports src/test-x.ts: only tests may',
      'src/clean/rule.ts imports scripts/pull.ts: only scripts/ and tests/ may',
    ]);
  });
});
