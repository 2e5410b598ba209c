import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pathOfSite, serveFolders } from './serve-folder.ts';

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'broadsheet-served-'));
  mkdirSync(join(site, 'status'));
  writeFileSync(join(site, 'index.html'), 'front');
  writeFileSync(join(site, 'status', 'index.html'), 'state');
  writeFileSync(join(site, '404.html'), 'no such page');
});
afterEach(() => rmSync(site, { recursive: true, force: true }));

describe('a folder that is served', () => {
  test('answers a missing path with the 404 page of the site', async () => {
    const server = await serveFolders([site], 0);
    const answer = await fetch(`http://127.0.0.1:${server?.port}/nowhere/`);
    await server?.close();
    expect([answer.status, await answer.text()]).toEqual([404, 'no such page']);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  test('can be served under a path, to which the root redirects', async () => {
    writeFileSync(join(site, 'manifest.webmanifest'), '{"scope": "/paper/"}');
    const under = await pathOfSite(site);
    const server = await serveFolders([site], 0, under ?? undefined);
    const texts = await Promise.all(
      ['/', '/paper/', '/paper/status/', '/status/'].map(async (path) => {
        const answer = await fetch(`http://127.0.0.1:${server?.port}${path}`);
        return answer.text();
      }),
    );
    await server?.close();
    expect(texts).toEqual(['front', 'front', 'state', 'no such page']);
  });

  test('is no site without a manifest', async () => {
    expect(await pathOfSite(site)).toBeNull();
    expect(await pathOfSite(join(site, 'nowhere'))).toBeNull();
  });
});
