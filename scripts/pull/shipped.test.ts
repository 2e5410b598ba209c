import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { waitsForOwner } from './shipped.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-shipped-'));
  file = join(folder, 'digest.yaml');
});
afterEach(() => rm(folder, { recursive: true }));

const shipped = await readFile(new URL('shipped-digest.yaml', import.meta.url), 'utf8');

describe('a run waits for the owner of a copy', () => {
  test('when a push started it and digest.yaml is the one that was shipped, however its lines end', async () => {
    for (const text of [shipped, shipped.replaceAll('\n', '\r\n'), `\uFEFF${shipped}\n`]) {
      await writeFile(file, text);
      expect(await waitsForOwner(file, { GITHUB_EVENT_NAME: 'push' })).toBe(true);
    }
  });

  test('not when it was started by hand, by the schedule or elsewhere', async () => {
    await writeFile(file, shipped);
    for (const event of ['workflow_dispatch', 'schedule', undefined])
      expect(await waitsForOwner(file, { GITHUB_EVENT_NAME: event })).toBe(false);
  });

  test('not once a word of it was edited', async () => {
    await writeFile(file, shipped.replace(/title: .*/, 'title: Mine'));
    expect(await waitsForOwner(file, { GITHUB_EVENT_NAME: 'push' })).toBe(false);
  });
});

test('the shipped list is a right one', () => {
  expect(readConfig(shipped, 'digest.yaml')).toHaveProperty('config');
});
