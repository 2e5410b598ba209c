import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** Runs the step of the nightly workflow that asks GitHub for the site, with a `gh` that answers like the real one. */
describe('the address of the site', () => {
  const { jobs } = parse(readFileSync('.github/workflows/nightly.yml', 'utf8'));
  const step = jobs.press.steps.find(({ id }: { id?: string }) => id === 'pages');
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'broadsheet-pages-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function ask(answer: string) {
    const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
    for (const file of [output, summary]) writeFileSync(file, '');
    writeFileSync(join(folder, 'gh'), `#!/usr/bin/env bash\n${answer}\n`, { mode: 0o755 });
    const env = {
      PATH: `${folder}:${process.env['PATH']}`,
      GITHUB_REPOSITORY: 'name/paper',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    };
    const { code, out } = await new Promise<{ code: number; out: string }>((done) =>
      execFile('bash', ['-e', '-o', 'pipefail', '-c', step.run], { env }, (error, out) =>
        done({ code: Number(error?.code ?? 0), out }),
      ),
    );
    return { code, out, output: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') };
  }

  test.each([
    ['workflow https://name.github.io/paper/', 'https://name.github.io/paper/'],
    ['workflow http://paper.example', 'http://paper.example/'],
  ])('is what Pages answers: %s', async (answer, address) => {
    expect(await ask(`echo '${answer}'`)).toEqual({
      code: 0,
      out: '',
      output: `address=${address}\n`,
      summary: '',
    });
  });

  test.each([
    [
      'Pages is off',
      `echo '{"message":"Not Found","status":"404"}'; echo 'gh: Not Found (HTTP 404)' >&2; exit 1`,
    ],
    ['Pages shows a branch', `echo 'legacy https://name.github.io/paper/'`],
    ['Pages does not say how it builds', `echo 'null https://name.github.io/paper/'`],
  ])('is empty, and the summary says which setting to change, when %s', async (_, answer) => {
    const { code, out, output, summary } = await ask(answer);
    expect([code, out, output]).toEqual([0, '', '']);
    expect(summary).toMatch(/^### One switch is left to turn\n\n.+Source: GitHub Actions/);
  });

  test.each([
    `echo 'error connecting to api.github.com' >&2; exit 1`,
    `echo 'gh: Bad credentials (HTTP 401)' >&2; exit 1`,
    `echo '{"message":"Server Error"}'; echo 'gh: (HTTP 502)' >&2; exit 1`,
  ])('is not reported as missing when GitHub cannot tell: %s', async (answer) => {
    const { code, out, output, summary } = await ask(answer);
    expect(code).toBe(1);
    expect([output, summary]).toEqual(['', '']);
    expect(out).toMatch(
      /^::error::GitHub did not say where the site is \(.+\)\. .+run this workflow again\.\n$/,
    );
  });
});
