import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { project } from '../build/project.ts';
import { rooms } from './rooms.ts';

/** What the pure folders keep from one call to the next, and why it cannot change an answer. */
const known: Record<string, string> = {
  'clean kept': 'marks of nodes, gone with their tree',
  'clean readTraditional': 'a table, read when it is first asked for',
  'clean tables': 'a table, read when it is first asked for',
  'digest known': 'a cache by language, of a list that never changes',
  'digest ranks': 'a cache by configuration, which never changes',
  'extract remembered': 'a cache by the names of elements, from which alone the answer follows',
  'feed months': 'a table, made when it is first asked for',
  'html changes': 'says when a cached answer is out of date',
  'html lines': 'a cache by text node, which compares the text itself',
};

/** Variables of a module that can be set anew, and collections that begin empty, `<room> <name>` each. */
function stateOf(room: string, file: string, text: string): string[] {
  const { program } = parseSync(file, text);
  return program.body.flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration') return [];
    return declared.declarations
      .filter(({ init }) => declared.kind !== 'const' || isEmptyCollection(init))
      .map(({ id }) => `${room} ${id.type === 'Identifier' ? id.name : text.slice(id.start, id.end)}`);
  });
}

function isEmptyCollection(init: { type: string } | null): boolean {
  if (init?.type === 'NewExpression')
    return (init as unknown as { arguments: unknown[] }).arguments.length === 0;
  if (init?.type === 'ArrayExpression')
    return (init as unknown as { elements: unknown[] }).elements.length === 0;
  return (
    init?.type === 'ObjectExpression' &&
    (init as unknown as { properties: unknown[] }).properties.length === 0
  );
}

async function stateOfRooms(): Promise<string[]> {
  const found: string[] = [];
  for (const { name, files } of rooms.filter(({ isPure }) => isPure))
    for await (const file of glob(
      files.map((pattern) => pattern.replace(/\*\*$/, '**/*.ts')),
      { cwd: project },
    ))
      if (!/\.test\.ts$|\/test-|fixtures/.test(file))
        found.push(...stateOf(name, file, await readFile(join(project, file), 'utf8')));
  return [...new Set(found)].sort();
}

describe('module state in pure folders', () => {
  test('is found by how it is declared', () => {
    const text = `let a = 0; export let b; const c = new Map(); const d = new Map([[1, 2]]); const e: string[] = [];
      export const f = {}; const g = [1]; const h = 0; function i() { let j = 0; return j; }`;
    expect(stateOf('x', 'x.ts', text)).toEqual(['x a', 'x b', 'x c', 'x e', 'x f']);
  });

  test('cannot change an answer', async () => {
    expect(await stateOfRooms()).toEqual(Object.keys(known).sort());
  });
});
