import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clean, ruleNames } from '../../src/clean/pipeline.ts';
import { project } from '../build/project.ts';
import { loadCustomRules } from './load-rules.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'broadsheet-custom-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A folder of its own with these files as rules. */
async function folderWith(name: string, files: Record<string, string>): Promise<string> {
  const folder = join(root, name);
  await mkdir(join(folder, 'rules'), { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, 'rules', file), text);
  return folder;
}

const idle = (name: string) => `export const rule = { name: '${name}', apply() {} };\n`;

describe('loadCustomRules', () => {
  test('loads none without a folder', async () => {
    expect(await loadCustomRules(join(root, 'none'))).toEqual({ rules: [], digest: '', issues: [] });
  });

  test('loads the rules of a folder in the order of their names', async () => {
    const folder = await folderWith('two', { 'b.ts': idle('b'), 'a.ts': idle('a'), 'notes.md': 'My rules.' });
    const { rules, issues } = await loadCustomRules(folder);
    expect(rules.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(issues).toEqual([]);
  });

  test('gives a digest that changes with the text of a rule', async () => {
    const digestOf = async (name: string, text: string) =>
      (await loadCustomRules(await folderWith(name, { 'a.ts': text }))).digest;
    const digest = await digestOf('first', idle('a'));
    expect(digest).toMatch(/^[0-9a-f]{12}$/);
    expect(await digestOf('same', idle('a'))).toBe(digest);
    expect(await digestOf('other', `${idle('a')}// another\n`)).not.toBe(digest);
  });

  test.each([
    ['throws', 'throw new Error("no such table");', 'no such table'],
    ['exports no rule', 'export const name = 1;', 'exports no `rule`'],
    ['has the name of another file', idle('other'), 'not that of its file'],
  ])('leaves out a file that %s, and names it', async (name, text, problem) => {
    const folder = await folderWith(name.replaceAll(' ', '-'), {
      'broken.ts': text,
      'good.ts': idle('good'),
    });
    const { rules, issues } = await loadCustomRules(folder);
    expect(rules.map((rule) => rule.name)).toEqual(['good']);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ feed: '', stage: 'clean', code: 'custom-rule-unusable' });
    expect(issues[0]?.message).toContain('custom/rules/broken.ts');
    expect(issues[0]?.message).toContain(problem);
  });

  test('leaves out a rule with the name of a built-in one', async () => {
    const name = [...ruleNames].at(-1) ?? '';
    const folder = await folderWith('taken', { [`${name}.ts`]: idle(name) });
    const { rules, issues } = await loadCustomRules(folder);
    expect(rules).toEqual([]);
    expect(issues[0]?.message).toContain('built-in');
  });

  test('loads the example of docs/customise.md, which does what it says', async () => {
    const docs = await readFile(join(project, 'docs/customise.md'), 'utf8');
    const example = /```ts\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
    const here = example.replaceAll("'../../src/", `'${pathToFileURL(project).href}src/`);
    const { rules, issues } = await loadCustomRules(await folderWith('docs', { 'sponsors.ts': here }));
    expect(issues).toEqual([]);
    const text = 'The ferry across the bay has been running again since the first of May, and nobody waits.';
    const html = `<p>${text}</p><p>Thanks to our sponsor, the harbour.</p>`;
    const context = {
      title: 'Ferry',
      base: null,
      publishedAt: null,
      language: 'en',
      options: {},
      learned: null,
    };
    const ofFeed = (feed: string) => clean(html, { ...context, feed }, rules);
    expect(ofFeed('coast').html).not.toContain('sponsor');
    expect(ofFeed('coast').removed.map(({ rule }) => rule)).toEqual(['sponsors']);
    expect(ofFeed('hills').html).toContain('sponsor');
  });
});
