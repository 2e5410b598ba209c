import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { updateCopy } from './update-copy.ts';

let root: string;
/** The program's repository on its server, and a clone in which its versions are made. */
let server: string;
let program: string;
/** The owner's copy. */
let copy: string;

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@paper.example', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
const write = (folder: string, file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const read = (file: string) => readFileSync(join(copy, file), 'utf8');
const edit = (folder: string, file: string, from: string, to: string) => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};
const commitAll = (folder: string, message: string) => {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', message);
};
const release = (tag: string) => {
  commitAll(program, `Release ${tag}`);
  git(program, 'tag', tag);
  git(program, 'push', '--quiet', 'origin', 'main', tag);
};
const head = () => git(copy, 'rev-parse', 'HEAD');
const state = () => `${head()}\n${git(copy, 'status', '--porcelain')}\n${git(copy, 'for-each-ref')}`;

const workflow = (cron: string, more = '') =>
  `on:\n  schedule:\n    - cron: '${cron}'\n      timezone: 'Asia/Shanghai'\njobs:\n  press:\n    steps:\n      - run: npm run pull\n${more}`;
const style = (width: string, colour: string) =>
  `main {\n  width: ${width};\n}\n\nnav {\n  margin: 0;\n}\n\na {\n  color: ${colour};\n}\n`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-update-'));
  [server, program, copy] = ['server.git', 'program', 'copy'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', 'server.git');
  git(root, 'clone', '--quiet', server, 'program');
  git(program, 'checkout', '--quiet', '-B', 'main');
  write(program, 'digest.yaml', 'site:\n  title: Shipped\n');
  write(program, 'package.json', '{ "version": "0.1.0" }\n');
  write(program, 'CHANGELOG.md', '# Changelog\n\n## 0.1.0\n');
  write(program, '.github/workflows/nightly.yml', workflow('43 5 * * *'));
  write(program, 'src/styles/paper.css', style('40em', 'blue'));
  write(program, 'src/components/Card.astro', '<article>\n  <slot />\n</article>\n');
  write(program, 'src/components/Old.astro', '<p>Old</p>\n');
  release('v0.1.0');
  // A copy of a template begins with one commit of its own that has the same files.
  mkdirSync(copy);
  git(copy, 'init', '--quiet', '--initial-branch=main');
  cpSync(program, copy, { recursive: true, filter: (file) => !file.endsWith('.git') });
  commitAll(copy, 'Initial commit');
  git(copy, 'config', 'user.name', 'Owner');
  git(copy, 'config', 'user.email', 'owner@paper.example');
  // What the owner does over the months.
  write(copy, 'digest.yaml', 'site:\n  title: Mine\n');
  write(copy, '.github/workflows/nightly.yml', workflow('13 7 * * *'));
  write(copy, 'custom/styles.css', 'a { color: green }\n');
  write(copy, 'src/content/items/2026/11/28/wire-a.md', 'An item.\n');
  edit(copy, 'src/styles/paper.css', '40em', '50em');
  commitAll(copy, 'Make it mine');
  // What the program does.
  write(program, 'digest.yaml', 'site:\n  title: Shipped anew\n');
  write(program, 'package.json', '{ "version": "0.2.0" }\n');
  write(
    program,
    'CHANGELOG.md',
    '# Changelog\n\n## 0.2.0\n\n**What owners do:** press the red button.\n\n## 0.1.0\n',
  );
  write(program, '.github/workflows/nightly.yml', workflow('43 6 * * *', '      - run: npm run build\n'));
  edit(program, 'src/styles/paper.css', 'blue', 'navy');
  write(program, 'src/components/New.astro', '<p>New</p>\n');
  rmSync(join(program, 'src/components/Old.astro'));
  release('v0.2.0');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const update = (change: Partial<Parameters<typeof updateCopy>[0]> = {}) =>
  updateCopy({ folder: copy, from: server, to: null, preference: null, ...change });

describe('an update of a copy', { timeout: 60_000 }, () => {
  test('brings the newest release and keeps what its owner has made', async () => {
    const before = head();
    const { done, words } = await update();
    expect(words).toContain('Updated to v0.2.0');
    expect(words).toContain('To do: press the red button.');
    expect(done).toBe(true);
    expect(read('package.json')).toContain('0.2.0');
    expect(read('digest.yaml')).toContain('Mine');
    expect(read('custom/styles.css')).toContain('green');
    expect(read('src/content/items/2026/11/28/wire-a.md')).toBe('An item.\n');
    expect(read('.github/workflows/nightly.yml')).toBe(
      workflow('13 7 * * *', '      - run: npm run build\n'),
    );
    expect(read('src/styles/paper.css')).toBe(style('50em', 'navy'));
    expect(existsSync(join(copy, 'src/components/New.astro'))).toBe(true);
    expect(existsSync(join(copy, 'src/components/Old.astro'))).toBe(false);
    expect(git(copy, 'status', '--porcelain')).toBe('');
    expect(git(copy, 'log', '-1', '--format=%P %an %s')).toBe(`${before} Owner Update Broadsheet to v0.2.0`);
    expect(git(copy, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  });

  test('goes back to the version before, and forward again', async () => {
    await update();
    const there = git(copy, 'rev-parse', 'HEAD^{tree}');
    expect((await update({ from: null, to: 'v0.1.0' })).done).toBe(true);
    expect(read('src/styles/paper.css')).toBe(style('50em', 'blue'));
    expect(read('.github/workflows/nightly.yml')).toBe(workflow('13 7 * * *'));
    expect(existsSync(join(copy, 'src/components/Old.astro'))).toBe(true);
    expect((await update({ from: null })).done).toBe(true);
    expect(git(copy, 'rev-parse', 'HEAD^{tree}')).toBe(there);
  });

  test('does nothing the second time', async () => {
    await update();
    const before = state();
    expect(await update()).toEqual({ done: true, words: 'The copy is at v0.2.0 already.' });
    expect(state()).toBe(before);
  });

  test('changes nothing when both changed the same lines, and names the files', async () => {
    edit(copy, 'src/styles/paper.css', 'blue', 'red');
    commitAll(copy, 'Red');
    const before = state();
    const { done, words } = await update();
    expect(done).toBe(false);
    expect(words).toContain('You and v0.2.0 changed the same lines of this file. Nothing was changed yet.');
    expect(words).toContain('    src/styles/paper.css\n');
    expect(state()).toBe(before);
  });

  test.each([
    ['mine', 'red'],
    ['theirs', 'navy'],
  ] as const)('lets the lines of %s count when told so, and merges the rest', async (preference, colour) => {
    edit(copy, 'src/styles/paper.css', 'blue', 'red');
    edit(copy, 'src/components/Old.astro', 'Old', 'Old and mine');
    commitAll(copy, 'Red');
    expect((await update({ preference })).done).toBe(true);
    expect(read('src/styles/paper.css')).toBe(style('50em', colour));
    expect(existsSync(join(copy, 'src/components/Old.astro'))).toBe(preference === 'mine');
    expect(read('package.json')).toContain('0.2.0');
  });

  test('takes a fork from where it left the program', async () => {
    git(root, 'clone', '--quiet', server, 'fork');
    copy = join(root, 'fork');
    git(copy, 'config', 'user.name', 'Owner');
    git(copy, 'config', 'user.email', 'owner@paper.example');
    git(copy, 'reset', '--quiet', '--hard', 'v0.1.0');
    edit(copy, 'src/styles/paper.css', '40em', '50em');
    commitAll(copy, 'Wider');
    expect((await update()).done).toBe(true);
    expect(read('src/styles/paper.css')).toBe(style('50em', 'navy'));
  });

  test('takes the release of package.json for a copy with another beginning', async () => {
    const other = join(root, 'other');
    mkdirSync(other);
    git(other, 'init', '--quiet', '--initial-branch=main');
    cpSync(copy, other, { recursive: true, filter: (file) => !file.endsWith('.git') });
    commitAll(other, 'All at once');
    git(other, 'config', 'user.name', 'Owner');
    git(other, 'config', 'user.email', 'owner@paper.example');
    copy = other;
    expect((await update()).done).toBe(true);
    expect(read('src/styles/paper.css')).toBe(style('50em', 'navy'));
    expect(read('digest.yaml')).toContain('Mine');
  });

  test('takes any branch or commit that is named', async () => {
    edit(program, 'src/styles/paper.css', 'navy', 'teal');
    commitAll(program, 'Not released yet');
    git(program, 'push', '--quiet', 'origin', 'main');
    expect((await update({ to: 'main' })).words).toContain('Updated to main');
    expect(read('src/styles/paper.css')).toContain('teal');
    expect((await update({ to: git(program, 'rev-parse', 'v0.2.0') })).done).toBe(true);
    expect(read('src/styles/paper.css')).toContain('navy');
  });
});

describe('an update that cannot be made says why, and changes nothing', { timeout: 60_000 }, () => {
  test.each<[string, () => void, Partial<Parameters<typeof updateCopy>[0]>, string]>([
    ['without an address the first time', () => {}, { from: null }, 'generated from'],
    ['of a version that is not there', () => {}, { to: 'v9.9.9' }, 'There is no version v9.9.9'],
    ['from an address where nothing is', () => {}, { from: '/nowhere/at/all' }, 'nothing was changed'],
    [
      'with changes that are not committed',
      () => edit(copy, 'digest.yaml', 'Mine', 'Other'),
      {},
      'not committed',
    ],
    [
      'with a file in the way that Git does not know',
      () => write(copy, 'src/components/New.astro', 'precious\n'),
      {},
      'src/components/New.astro',
    ],
  ])('%s', async (_, prepare, change, sentence) => {
    prepare();
    const before = state();
    const { done, words } = await update(change);
    expect(done).toBe(false);
    expect(words).toContain(sentence);
    expect(state()).toBe(before);
  });

  test('outside of a repository', async () => {
    const { done, words } = await update({ folder: root });
    expect(done).toBe(false);
    expect(words).toContain('not a Git repository');
  });
});
