import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const page = readFileSync('docs/deploy.md', 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );

describe('the recipes for publishing', () => {
  test('name only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...page.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name);
    expect(named).toContain('nightly');
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  test('name only variables that the build reads', () => {
    const read =
      readFileSync('src/config/site-url.ts', 'utf8') + readFileSync('src/paper/environment.ts', 'utf8');
    for (const [name] of page.matchAll(/BROADSHEET_\w+/g)) expect(read).toContain(name);
  });

  test('give GitLab a pipeline that commits before it publishes, one run at a time', () => {
    const { pages } = parse(blocks('yaml').find((block) => block.includes('pages:')) ?? '');
    expect(pages.script.at(-2)).toBe('npm run nightly -- --push');
    expect(pages.artifacts.paths).toEqual(['public']);
    expect(pages.resource_group).toBe('nightly');
  });

  test('let cron fetch remote edits first, and publish only after a good run', () => {
    const night =
      blocks('crontab')
        .join('')
        .split('\n')
        .find((line) => /^\d/.test(line)) ?? '';
    const steps = night.replace(/^(?:\S+\s+){5}/, '').split(' && ');
    expect(steps.map((step) => step.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['cd "$HOME/paper"', 'git pull', 'npm run', 'rsync --archive'],
    ]);
  });

  test('never let a host that builds by itself pull feeds', () => {
    const hosted = page.slice(page.indexOf('## Cloudflare'), page.indexOf('## A server'));
    expect(hosted).toContain('npm run build:site');
    expect(hosted).not.toMatch(/npm run build(?!:)/);
  });
});
