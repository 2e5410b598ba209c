import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const { dependencies, devDependencies, scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the README', () => {
  it('says of every library what it is for', () => {
    const libraries = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !name.startsWith('@types/'),
    );
    const standing = readme.slice(readme.indexOf('## Standing on'));
    expect(libraries.filter((name) => !standing.includes(name))).toEqual([]);
  });

  it('names only commands that there are', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('leads only to files that there are', () => {
    const links = [...readme.matchAll(/(?:\]\(|src=")(?!https?:|#)([^)"]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});
