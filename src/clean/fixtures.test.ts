import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CleanContext } from './context.ts';
import { clean } from './pipeline.ts';

/**
 * Every `rules/fixtures/<rule>-<case>.html` beside its `.clean.html`. The first line of a fixture may be a comment
 * with a part of the context as JSON; the last line of a clean one is a comment with the names of the rules in
 * its receipt.
 */
const folder = new URL('rules/fixtures/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.html') && !name.endsWith('.clean.html'))
  .map((name) => name.slice(0, -'.html'.length));

const plain: CleanContext = {
  feed: 'sample',
  title: 'A headline',
  base: 'https://paper.example/2020/11/story.html',
  publishedAt: '2020-11-27T06:30:00.000Z',
  language: 'en',
  options: {},
  learned: null,
};

const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

function contextOf(html: string): CleanContext {
  const given = /^<!--(\{.*?\})-->/.exec(html)?.[1];
  return { ...plain, ...(given && JSON.parse(given)) };
}

// A rule that needs more than one body has a test beside it.
test('every rule has a fixture or a test', () => {
  const files = readdirSync(new URL('rules/', import.meta.url));
  const without = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((rule) => !files.includes(`${rule}.test.ts`))
    .filter((rule) => !cases.some((name) => name.startsWith(`${rule}-`)));
  expect(without).toEqual([]);
});

const ruleFiles = readdirSync(new URL('rules/', import.meta.url)).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

describe('the name in a receipt leads to the file of the rule', () => {
  test.each(ruleFiles)('%s has a rule of its own name', async (file) => {
    const { rule } = await import(new URL(`rules/${file}`, import.meta.url).href);
    expect(`${rule.name}.ts`).toBe(file);
  });

  test.each(ruleFiles)('%s notes removals under its own name, or a kind of it', (file) => {
    const source = readFileSync(new URL(`rules/${file}`, import.meta.url), 'utf8');
    const literals =
      source.match(/\b(?:note|noteText|removeThose|removeWhere)\(\s*(?:root,\s*)?['"`][^,)]*/g) ?? [];
    expect(literals.filter((call) => !/`\$\{rule\.name\}\//.test(call))).toEqual([]);
  });

  test.each(cases)('%s', (name) => {
    const raw = read(`${name}.html`);
    const files = clean(raw, contextOf(raw)).removed.map(({ rule }) => `${rule.split('/')[0]}.ts`);
    expect(files.filter((file) => !ruleFiles.includes(file))).toEqual([]);
  });
});

describe('cleans each fixture to its pair', () => {
  test.each(cases)('%s', (name) => {
    const raw = read(`${name}.html`);
    const { html, removed } = clean(raw, contextOf(raw));
    const receipt = `<!-- removed: ${removed.map(({ rule, count }) => `${rule} ${count}`).join(', ')} -->`;
    expect(`${html}\n${receipt}\n`).toBe(read(`${name}.clean.html`));
  });
});

describe('cleaning a fixture twice changes nothing', () => {
  test.each(cases)('%s', (name) => {
    const raw = read(`${name}.html`);
    const once = clean(raw, contextOf(raw)).html;
    expect(clean(once, contextOf(raw)).html).toBe(once);
  });
});
