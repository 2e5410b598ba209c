import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePaper } from '../../scripts/demo/sample-paper.ts';
import { type FolderServer, serveFolders } from '../../scripts/demo/serve-folder.ts';

const run = promisify(execFile);
let server: FolderServer | null;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-build-'));
  server = await serveFolders([samplePaper.folder], samplePaper.port);
  if (server === null) throw new Error(`port ${samplePaper.port} is taken: end the other demo`);
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Pulls the sample at `now` on a machine in a time zone, builds it there, and returns what both wrote. */
async function paperMadeIn(zone: string, content: string, now: string) {
  const out = join(folder, `dist-${zone.replace('/', '-')}`);
  const env = { ...process.env, TZ: zone, LANG: 'C' };
  const places = ['--config', samplePaper.config, '--content', content];
  await run(process.execPath, ['scripts/pull.ts', ...places, '--now', now, '--force'], { env });
  await run(process.execPath, ['scripts/build.ts', ...places, '--out', out], { env });
  return { content: await digests(content), dist: await digests(out) };
}

/** The digest of every file below a folder, by its path. */
async function digests(root: string): Promise<Record<string, string>> {
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  const paths = files
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !path.includes('.cache'));
  const entries = paths.sort().map(async (path): Promise<[string, string]> => {
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return [path.slice(root.length), digest];
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe('the sample paper', { timeout: 240_000 }, () => {
  test('is byte-identical in every time zone, and an hour later when no feed has changed', async () => {
    const first = await paperMadeIn(
      'America/New_York',
      join(folder, 'content-a'),
      '2026-11-22T06:30:00+08:00',
    );
    const elsewhere = await paperMadeIn(
      'Asia/Shanghai',
      join(folder, 'content-b'),
      '2026-11-22T06:30:00+08:00',
    );
    expect(Object.keys(first.content).filter((path) => path.endsWith('.md')).length).toBeGreaterThan(79);
    expect(elsewhere).toEqual(first);
    const later = await paperMadeIn(
      'Pacific/Kiritimati',
      join(folder, 'content-b'),
      '2026-11-22T07:30:00+08:00',
    );
    expect(withoutFailing(later.content)).toEqual(withoutFailing(first.content));
    expect(articlesAndFeeds(later.dist)).toEqual(articlesAndFeeds(first.dist));
  });
});

/** One sample feed fails on purpose, and its state counts the failures. */
function withoutFailing(files: Record<string, string>) {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path !== '/status/shannan.json'));
}

function articlesAndFeeds(files: Record<string, string>) {
  return Object.fromEntries(Object.entries(files).filter(([path]) => /^\/\d{4}\/|rss\.xml$/.test(path)));
}
