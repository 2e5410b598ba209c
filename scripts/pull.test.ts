import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs `npm run pull` on a `digest.yaml` of this text; null leaves the file out. */
async function pull(text: string | null, ...args: string[]) {
  const config = join(folder, 'digest.yaml');
  if (text !== null) await writeFile(config, text);
  const all = ['scripts/pull.ts', '--config', config, '--content', join(folder, 'content'), ...args];
  return run(all, process.env);
}

function run(all: string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number; out: string; err: string }>((done) =>
    execFile(process.execPath, all, { env }, (error, out, err) =>
      done({ code: Number(error?.code ?? 0), out, err }),
    ),
  );
}

const feeds = 'feeds:\n  - {id: a, url: "http://127.0.0.1:9/"}\n';

// Each test starts a program, which is slow on a busy machine.
describe('npm run pull', { timeout: 30_000 }, () => {
  test.each([
    ['there is no digest.yaml', null, 'There is no file'],
    ['a tab stands in it', `site:\n\ttitle: P\n${feeds}`, ':2:1  a tab'],
    [
      'two feeds have one id',
      `site: {title: P}\n${feeds}  - {id: a, url: "http://b.example/"}\n`,
      'two feeds have the id "a"',
    ],
  ])('reports it and writes nothing when %s', async (_, text, words) => {
    const { code, err } = await pull(text);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).toContain('→');
    expect(err).not.toMatch(/^\s+at /m);
    expect(await readdir(folder)).toEqual(text === null ? [] : ['digest.yaml']);
  });

  test('reports what is wrong with digest.yaml in the summary of a run on GitHub', async () => {
    const [config, summary] = [join(folder, 'digest.yaml'), join(folder, 'summary.md')];
    await writeFile(config, `site: {title: P}\n${feeds}  - {id: "::error::x", url: "http://b.example/"}\n`);
    const env = { ...process.env, GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
    const { code, err } = await run(['scripts/pull.ts', '--config', config], env);
    expect(code).toBe(2);
    expect(await readFile(summary, 'utf8')).toMatch(
      /^### ✗ The list of feeds needs mending\n\n( {4}.*\n)+\n$/,
    );
    expect(await readFile(summary, 'utf8')).toContain('digest.yaml:4:');
    const commands = err.split('\n').filter((line) => /^\s*::/.test(line));
    expect(commands).toEqual([
      expect.stringMatching(/^::error title=The list of feeds needs mending::One thing/),
    ]);
  });

  test('explains its options, and reports an unknown one', async () => {
    expect(await pull(null, '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--content DIR'),
    });
    expect(await pull(null, '--colour')).toMatchObject({ code: 2, err: expect.stringContaining('--colour') });
  });

  test('ends with 1, a hint for every feed and a JSON report when all feeds failed', async () => {
    const { code, out, err } = await pull(`site: {title: P}\n${feeds}`, '--json');
    expect(code).toBe(1);
    expect(err).toMatch(/^a {2}failed\n {4}! .+\n {4}→ .+\n/);
    expect(JSON.parse(out)).toMatchObject({ failed: true, feeds: [{ feed: 'a', status: 'failed' }] });
  });
});
