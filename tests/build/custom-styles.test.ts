import { execFileSync } from 'node:child_process';
import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../../scripts/build/project.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-styles-'));
  await mkdir(join(folder, 'content'));
  await mkdir(join(folder, 'custom'));
  await writeFile(
    join(folder, 'digest.yaml'),
    'site: { title: 海岸, url: "https://paper.example/" }\nfeeds:\n  - { id: coast, url: "https://coast.example/feed" }\n',
  );
  await writeFile(join(folder, 'custom/more.css'), '.masthead { letter-spacing: 0.07em }');
  await writeFile(join(folder, 'custom/styles.css'), '@import "./more.css"; .masthead { color: teal }');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds an empty paper with the additions in `custom`; returns its front page and its only style sheet. */
async function built(custom: string): Promise<{ page: string; style: string }> {
  const out = join(folder, `out-${custom}`);
  execFileSync(process.execPath, [join(project, 'scripts/build/astro-process.ts')], {
    env: {
      ...process.env,
      BROADSHEET_CONFIG: join(folder, 'digest.yaml'),
      BROADSHEET_CONTENT: join(folder, 'content'),
      BROADSHEET_CUSTOM: join(folder, custom),
      BROADSHEET_OUT: out,
      BROADSHEET_CACHE: join(folder, 'cache'),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  const [file = '', ...others] = await Array.fromAsync(glob('_astro/*.css', { cwd: out }));
  expect(others).toEqual([]);
  return {
    page: await readFile(join(out, 'index.html'), 'utf8'),
    style: await readFile(join(out, file), 'utf8'),
  };
}

const policyOf = (page: string) => load(page)('meta[http-equiv="content-security-policy"]').attr('content');

describe('custom/styles.css', { timeout: 120_000 }, () => {
  test('comes after the styles of the program, in the same file, under the same policy', async () => {
    const [own, plain] = [await built('custom'), await built('none')];
    const ours = plain.style.trimEnd();
    expect(own.style.startsWith(ours)).toBe(true);
    expect(own.style.slice(ours.length).trim()).toBe('.masthead{letter-spacing:.07em;color:teal}');
    expect(policyOf(own.page)).toContain("default-src 'none'");
    expect(policyOf(own.page)).toBe(policyOf(plain.page));
    expect(load(own.page)('style, [style]')).toHaveLength(0);
  });
});
