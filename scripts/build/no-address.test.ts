import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-address-'));
  writeFileSync(
    join(folder, 'digest.yaml'),
    'site: {title: P}\nfeeds: [{id: a, url: "https://a.example/"}]\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const plan = (address?: string) => {
  const { BROADSHEET_SITE_URL: _, ...env } = process.env;
  const places = ['--config', join(folder, 'digest.yaml'), '--content', join(folder, 'content')];
  return spawnSync(process.execPath, ['scripts/build.ts', '--plan', ...places], {
    encoding: 'utf8',
    env: { ...env, ...(address === undefined ? {} : { BROADSHEET_SITE_URL: address }) },
  });
};

describe('a build without an address', { timeout: 30_000 }, () => {
  test('ends with 2 and says where to write one', () => {
    const { status, stderr } = plan();
    expect(status).toBe(2);
    expect(stderr).toMatch(/has no address.*\n {4}→ .*url: https:\/\/.*BROADSHEET_SITE_URL/);
  });

  test('is content with the address that the host reports', () => {
    expect(plan('https://name.example/paper').status).toBe(0);
  });
});
