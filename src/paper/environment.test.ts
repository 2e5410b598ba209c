import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'environment-'));
});
afterEach(() => rm(folder, { recursive: true }));

const withConfig = async (site: string) => {
  const file = join(folder, 'digest.yaml');
  await writeFile(file, `site: { ${site} }\nfeeds: [{ id: coast, url: "https://coast.example/feed" }]\n`);
  return file;
};

describe('the environment of a build', () => {
  test('takes the address of the site from the configuration first', async () => {
    const file = await withConfig('title: a, url: "https://reader.example/paper"');
    const env = { BROADSHEET_CONFIG: file, BROADSHEET_SITE_URL: 'https://host.example/' };
    expect(readEnvironment(env).siteUrl).toBe('https://reader.example/paper/');
  });

  test('falls back to the address that the host reports, then to this machine', async () => {
    const BROADSHEET_CONFIG = await withConfig('title: a');
    const siteUrl = (BROADSHEET_SITE_URL: string) =>
      readEnvironment({ BROADSHEET_CONFIG, BROADSHEET_SITE_URL }).siteUrl;
    expect([siteUrl('https://host.example/repo'), siteUrl('')]).toEqual([
      'https://host.example/repo/',
      'http://127.0.0.1:14817/',
    ]);
  });

  test('finds the style sheet of the owner when there is one', async () => {
    const BROADSHEET_CONFIG = await withConfig('title: a');
    const styles = () => readEnvironment({ BROADSHEET_CONFIG, BROADSHEET_CUSTOM: folder }).styles;
    expect(styles()).toBe(null);
    await writeFile(join(folder, 'styles.css'), 'p { color: red }');
    expect(styles()).toBe(join(folder, 'styles.css'));
  });

  test('throws with the problems of a configuration', async () => {
    const BROADSHEET_CONFIG = await withConfig('tilte: a');
    expect(() => readEnvironment({ BROADSHEET_CONFIG })).toThrow(/digest\.yaml:1:\d+ .*tilte/);
  });
});
