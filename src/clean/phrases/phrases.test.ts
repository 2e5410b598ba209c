import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PhraseList, PhraseTable } from '../phrases.ts';

type Named = readonly [name: string, table: PhraseList & Partial<PhraseTable>];

const isTable = (value: unknown): value is Named[1] =>
  typeof value === 'object' && value !== null && 'phrases' in value && 'patterns' in value;

function tablesIn(name: string, exported: unknown): Named[] {
  if (isTable(exported)) return [[name, exported]];
  if (typeof exported !== 'object' || exported === null) return [];
  return Object.entries(exported).flatMap(([key, value]) => tablesIn(`${name} ${key}`, value));
}

const files = readdirSync(new URL('.', import.meta.url)).filter((file) => !file.endsWith('.test.ts'));
const modules = await Promise.all(
  files.map(async (file) => [file, await import(new URL(file, import.meta.url).href)] as const),
);
const tables = modules.flatMap(([file, exported]) => tablesIn(file, { ...exported }));

test('every file of phrases has a table', () => {
  expect(files.filter((file) => !tables.some(([name]) => name.startsWith(file)))).toEqual([]);
});

describe.each(tables)('%s', (_, { phrases, patterns, pattern }) => {
  // `search` starts at the front whatever a pattern with the flag `g` matched before.
  test.each(phrases.map((phrase, index) => [phrase[2], index] as const))('matches %j', (example, index) => {
    expect(example.search(patterns[index] ?? /$^/)).toBeGreaterThanOrEqual(0);
    if (pattern) expect(example.search(pattern)).toBeGreaterThanOrEqual(0);
  });

  test('has each example once, in the language of its phrase', () => {
    const han = /\p{Script=Han}/u;
    const inOtherScript = phrases.filter(
      ([language, , example]) => language !== 'mul' && han.test(example) !== (language === 'zh'),
    );
    expect(inOtherScript).toEqual([]);
    expect(new Set(phrases.map(([, , example]) => example)).size).toBe(phrases.length);
  });
});
