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

// A rule that needs more than one body to show what it does has a test of its own beside it.
test('every rule has a fixture or a test of its own', () => {
  const files = readdirSync(new URL('rules/', import.meta.url));
  const without = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((rule) => !files.includes(`${rule}.test.ts`))
    .filter((rule) => !cases.some((name) => name.startsWith(`${rule}-`)));
  expect(without).toEqual([]);
});

describe('every fixture is cleaned as its pair shows', () => {
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
