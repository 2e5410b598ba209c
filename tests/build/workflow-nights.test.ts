import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { samplePaper } from '../../scripts/demo/sample-paper.ts';
import { type FolderServer, serveFolders } from '../../scripts/demo/serve-folder.ts';
import { bash, type Runner, runSteps, type Step } from './run-steps.ts';

/**
 * Runs the shell lines of the nightly workflow in their order, as a runner does, each night in a fresh clone of a
 * bare repository, with the sample feeds and one feed with hostile titles.
 */
const steps: Step[] = parse(readFileSync('.github/workflows/nightly.yml', 'utf8')).jobs.press.steps;
let root: string;
let feeds: string;
let server: FolderServer | null;

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Editor', '-c', 'user.email=editor@paper.example', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
const commits = () => Number(git(join(root, 'server.git'), 'rev-list', '--count', 'main'));
const lastMessage = () => git(join(root, 'server.git'), 'log', '-1', '--format=%s%b', 'main');
const storedItems = () =>
  git(join(root, 'server.git'), 'ls-tree', '-r', '--name-only', 'main', 'src/content/items')
    .split('\n')
    .filter(Boolean);

const traps = [
  '${'.concat('{ secrets.X }}'),
  '::set-output name=a::b',
  '$(touch pwn)',
  '-rf',
  '\u001b[31mred',
  '`touch pwn`',
  "'; touch pwn; '",
];
const trapFeed = (edit = '') =>
  `<rss version="2.0"><channel><title>::error::trap</title>${traps
    .map(
      (title, index) =>
        `<item><guid>t${index}</guid><title><![CDATA[${title}${edit}]]></title><description>Text ${index}.</description></item>`,
    )
    .join('')}</channel></rss>`;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-nights-'));
  feeds = join(root, 'web', 'feeds');
  mkdirSync(feeds, { recursive: true });
  writeFileSync(join(feeds, 'traps.xml'), trapFeed());
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', 'server.git');
  const template = join(root, 'template');
  for (const file of git('.', 'ls-files', '-z').split('\0').filter(existsSync)) {
    mkdirSync(dirname(join(template, file)), { recursive: true });
    cpSync(file, join(template, file));
  }
  server = await serveFolders([join(root, 'web'), samplePaper.folder], 0);
  const sample = readFileSync(samplePaper.config, 'utf8').replace(/^ {2}url: .*\n/m, '');
  const trap = `  - id: traps\n    url: http://127.0.0.1:${samplePaper.port}/feeds/traps.xml\n`;
  const config = `${sample.trimEnd()}\n${trap}`.replaceAll(String(samplePaper.port), String(server?.port));
  writeFileSync(join(template, 'digest.yaml'), config);
  git(template, 'init', '--quiet', '--initial-branch=main');
  git(template, 'add', '--all');
  git(template, 'commit', '--quiet', '-m', 'Use the template');
  git(template, 'push', '--quiet', join(root, 'server.git'), 'main');
  git(root, 'clone', '--quiet', 'server.git', 'editor');
});
afterAll(async () => {
  await server?.close();
  rmSync(root, { recursive: true, force: true });
});

/** GitHub's answer to a request for the Pages of a repository. `gh` prints an error besides the body. */
const pagesAnswers = {
  on: `echo 'workflow https://name.github.io/paper/'`,
  off: `echo '{"message":"Not Found","status":"404"}'; echo 'gh: Not Found (HTTP 404)' >&2; exit 1`,
};

/** One night: a fresh clone, then the steps. `after` runs after the step whose shell lines begin with its key. */
async function night(
  options: {
    build?: boolean;
    pages?: keyof typeof pagesAnswers;
    after?: Record<string, () => void>;
    event?: Runner['event'];
    secrets?: Record<string, string>;
  } = {},
) {
  const clone = join(root, 'runner');
  rmSync(clone, { recursive: true, force: true });
  // The checkout action fetches one commit only.
  git(root, 'clone', '--quiet', '--depth', '1', `file://${join(root, 'server.git')}`, 'runner');
  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
  const skip = ['npm ci', ...(options.build ? [] : ['npm run build:site', 'sha256sum'])];
  return runSteps(steps, {
    folder: clone,
    skip,
    after: options.after ?? {},
    event: options.event ?? 'schedule',
    secrets: options.secrets ?? {},
    programs: {
      gh: `case "$*" in
        'api repos/name/paper/pages --jq '*) ${pagesAnswers[options.pages ?? 'on']} ;;
        *) echo "gh was asked for $*" >&2; exit 9 ;;
      esac`,
    },
  });
}

/** Lines that a runner would obey. */
const commandsIn = (log: string) => log.split('\n').filter((line) => /^\s*::/.test(line));

describe('the nightly workflow', { timeout: 240_000 }, () => {
  test('pulls nothing by the push of a fresh copy, and builds a page that says what to do', async () => {
    const editor = join(root, 'editor');
    const edited = readFileSync(join(editor, 'digest.yaml'), 'utf8');
    const push = (text: string) => {
      writeFileSync(join(editor, 'digest.yaml'), text);
      git(editor, 'commit', '--quiet', '-am', 'Edit');
      git(editor, 'push', '--quiet');
    };
    push(readFileSync('scripts/pull/shipped-digest.yaml', 'utf8'));
    const before = commits();
    const { failed, summary, folder } = await night({ event: 'push', build: true });
    expect(failed).toBe(null);
    expect(commits()).toBe(before);
    push(edited);
    expect(storedItems()).toEqual([]);
    expect(summary).toContain('Choose your feeds');
    const home = readFileSync(join(folder, 'dist/index.html'), 'utf8');
    expect(home).toContain('创刊号正在准备');
    expect(home).toContain('The first edition is being prepared');
  });

  test('stores everything on the first night, commits it with counts only, and builds it for the address of the site', async () => {
    const { failed, log, outputs, folder, summary } = await night({ build: true });
    expect(failed).toBe(null);
    expect(storedItems().length).toBeGreaterThan(80);
    expect(lastMessage()).toMatch(/^Pull \d+ new items$/);
    expect(outputs).toMatch(
      /^names=\[(?:"",?){10}\]\naddress=https:\/\/name\.github\.io\/paper\/\nhome=[0-9a-f]{64}\nfeed=[0-9a-f]{64}\n$/,
    );
    expect(summary).toMatch(/^\| shannan \| ✗ failed \|.+→.+\|$/m);
    expect(summary).toMatch(/^\| .+ \| rss\.xml \| \d+ \| 2026-\d\d-\d\d \d\d:\d\d \|$/m);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toContain('href="/paper/');
    expect(commandsIn(log)).toEqual([
      expect.stringMatching(/^::warning title=shannan::.+ → .+$/),
      expect.stringMatching(/^::notice title=dukou::.+ → .+$/),
    ]);
    expect(git(folder, 'status', '--porcelain', '--', 'pwn', 'src', 'scripts')).toBe('');
  });

  test('commits only the failure of the failing feed on a quiet night', async () => {
    const before = storedItems();
    expect((await night()).failed).toBe(null);
    expect(storedItems()).toEqual(before);
    expect(lastMessage()).toBe('Update the states of the feeds');
  });

  test('updates the item of an edited headline and adds none', async () => {
    writeFileSync(join(feeds, 'traps.xml'), trapFeed(' again'));
    const before = storedItems().length;
    expect((await night()).failed).toBe(null);
    expect(storedItems()).toHaveLength(before);
    expect(lastMessage()).toBe(`Pull 0 new items, ${traps.length} changed`);
  });

  test('keeps both its own commit and one that is pushed meanwhile', async () => {
    writeFileSync(join(feeds, 'traps.xml'), trapFeed(' and again'));
    const push = () => {
      const editor = join(root, 'editor');
      git(editor, 'pull', '--quiet');
      writeFileSync(join(editor, 'NOTES.md'), 'mine\n');
      git(editor, 'add', 'NOTES.md');
      git(editor, 'commit', '--quiet', '-m', 'Note');
      git(editor, 'push', '--quiet');
    };
    expect((await night({ after: { 'npm run pull': push } })).failed).toBe(null);
    expect(git(join(root, 'server.git'), 'show', 'main:NOTES.md')).toBe('mine');
    expect(lastMessage()).toContain(`${traps.length} changed`);
  });

  test('loses nothing when a night is killed after the pull and the next succeeds', async () => {
    writeFileSync(join(feeds, 'traps.xml'), trapFeed(' at last'));
    const before = commits();
    const killed = await night({
      after: {
        'npm run pull': () => {
          throw new Error('killed');
        },
      },
    });
    expect(killed.failed).not.toBe(null);
    expect(commits()).toBe(before);
    expect((await night()).failed).toBe(null);
    expect(lastMessage()).toContain(`${traps.length} changed`);
  });

  test('stores items while Pages is off, and names the setting in the summary', async () => {
    const { failed, summary, log, done } = await night({ pages: 'off', build: true });
    expect(failed).toBe(null);
    expect(summary).toContain('Source: GitHub Actions');
    expect(commandsIn(log).filter((line) => line.startsWith('::error'))).toEqual([]);
    expect(done.join()).not.toContain('build:site');
  });

  test('fails on a mistake in digest.yaml, and names the line in the summary', async () => {
    const editor = join(root, 'editor');
    git(editor, 'pull', '--quiet');
    const right = readFileSync(join(editor, 'digest.yaml'), 'utf8');
    const push = (text: string) => {
      writeFileSync(join(editor, 'digest.yaml'), text);
      git(editor, 'commit', '--quiet', '-am', 'Edit');
      git(editor, 'push', '--quiet');
    };
    push(right.replace(/^site:$/m, 'sight:'));
    const { failed, done, summary, log } = await night();
    push(right);
    expect(failed).not.toBe(null);
    expect(done.join()).not.toContain('npm run commit');
    expect(summary).toMatch(/^ {4}digest\.yaml:\d+:\d+ {2}sight/m);
    expect(commandsIn(log)).toEqual([
      expect.stringMatching(/^::error title=The list of feeds needs mending::/),
    ]);
  });

  test('asks a private feed with the secret that digest.yaml names, and keeps its value to itself', async () => {
    const secrets = { FEED_FOLDER: 'room-4711-'.concat('behind'), OTHER: 'another-'.concat('secret-4712') };
    const hidden = join(feeds, secrets.FEED_FOLDER);
    mkdirSync(hidden);
    writeFileSync(join(hidden, 'own.xml'), trapFeed(` of ${secrets.FEED_FOLDER}`));
    const editor = join(root, 'editor');
    git(editor, 'pull', '--quiet');
    const right = readFileSync(join(editor, 'digest.yaml'), 'utf8');
    const address = `http://127.0.0.1:${server?.port}/feeds/\${FEED_FOLDER}/own.xml`;
    const push = (text: string) => {
      writeFileSync(join(editor, 'digest.yaml'), text);
      git(editor, 'commit', '--quiet', '-am', 'Edit');
      git(editor, 'push', '--quiet');
    };
    push(`${right}  - id: own\n    url: ${address}\n`);
    const without = await night();
    expect(without.summary).toContain('FOLDER that this feed needs has no value.');
    const { failed, log, summary, outputs, folder } = await night({ secrets });
    expect(failed).toBe(null);
    expect(lastMessage()).toBe(`Pull ${traps.length} new items`);
    const stored = git(folder, 'grep', '-hF', 'of '.concat('${FEED_FOLDER}'), '--', 'src/content').split(
      '\n',
    );
    expect(stored.length).toBeGreaterThanOrEqual(traps.length);
    const { said } = await bash(
      `grep -rlE '${Object.values(secrets).join('|')}' --exclude-dir=node_modules . || true`,
      folder,
      process.env,
    );
    expect(said).toBe('');
    for (const secret of Object.values(secrets)) expect(log + summary + outputs).not.toContain(secret);
    git(editor, 'pull', '--quiet', '--rebase');
    push(right);
  });

  test('does the same with npm run nightly on any machine, except for publishing', async () => {
    writeFileSync(join(feeds, 'traps.xml'), trapFeed(' at home'));
    const home = join(root, 'home');
    git(root, 'clone', '--quiet', 'server.git', 'home');
    symlinkSync(resolve('node_modules'), join(home, 'node_modules'));
    const { ok, said } = await bash('npm run nightly -- --push', home, {
      ...process.env,
      BROADSHEET_SITE_URL: 'https://paper.example/',
    });
    expect(said).toContain('and pushed');
    expect(ok).toBe(true);
    expect(lastMessage()).toBe(`Pull 0 new items, ${traps.length} changed`);
    expect(existsSync(join(home, 'dist/rss.xml'))).toBe(true);
    expect(existsSync(join(home, 'dist/status/index.html'))).toBe(true);
  });

  test('fails when every feed is down, publishes nothing and loses nothing', async () => {
    await server?.close();
    const [before, items] = [commits(), storedItems()];
    const { failed, done, summary } = await night({ build: true });
    expect(failed).toContain('npm run pull');
    expect(done.join()).not.toContain('build');
    expect(summary).toContain('This run failed');
    expect(commits()).toBe(before);
    expect(storedItems()).toEqual(items);
  });
});
