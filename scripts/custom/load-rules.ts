import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CustomRules } from '../../src/clean/custom-rules.ts';
import type { Rule } from '../../src/clean/rule.ts';
import type { Issue } from '../../src/issue.ts';

/** Where the owner's own rules and styles lie: `BROADSHEET_CUSTOM`, else `custom` in the working directory. */
function customFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env['BROADSHEET_CUSTOM'] || 'custom');
}

/**
 * The owner's cleaning rules, `rules/*.ts` below `folder`, in the order of their names, each file with one exported
 * `rule` of the shape of `src/clean/rule.ts` and the name of its file. A file that cannot be used is left out and
 * named in an issue. Without the folder there are none.
 */
export async function loadCustomRules(folder = customFolder()): Promise<CustomRules & { issues: Issue[] }> {
  const path = join(folder, 'rules');
  const files = (await readdir(path).catch(() => [])).filter((file) => file.endsWith('.ts')).sort();
  const digest = createHash('sha256');
  const rules: Rule[] = [];
  const issues: Issue[] = [];
  for (const file of files) {
    digest.update(`${file}\0`).update(await readFile(join(path, file)));
    const loaded = await loadRule(path, file);
    if (typeof loaded === 'string') issues.push(unusable(file, loaded));
    else rules.push(loaded);
  }
  return { rules, digest: rules.length === 0 ? '' : digest.digest('hex').slice(0, 12), issues };
}

/** The rule of a file, or a sentence about what is wrong with it. */
async function loadRule(path: string, file: string): Promise<Rule | string> {
  let rule: Partial<Rule> | undefined;
  try {
    const module = (await import(pathToFileURL(join(path, file)).href)) as { rule?: Partial<Rule> };
    rule = module.rule;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { ruleNames } = await import('../../src/clean/pipeline.ts');
  const name = file.slice(0, -'.ts'.length);
  if (typeof rule?.apply !== 'function') return 'it exports no `rule` with a function `apply`';
  if (rule.name !== name) return `its name is ${JSON.stringify(rule.name)}, not that of its file`;
  if (ruleNames.has(name)) return 'a built-in rule has that name';
  return rule as Rule;
}

function unusable(file: string, problem: string): Issue {
  return {
    feed: '',
    stage: 'clean',
    code: 'custom-rule-unusable',
    message: `custom/rules/${file} cannot be used: ${problem}`,
    hint: 'articles are cleaned without it; docs/customise.md shows a rule that works',
  };
}
