import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { volumeSchema } from '../../src/digest/volume.ts';
import { feedStateSchema } from '../../src/store/feed-state.ts';
import { parseItemFile } from '../../src/store/item-file.ts';
import { pressRecordSchema } from '../../src/store/press-record.ts';
import { startServer, type TestServer } from '../fetch/fault-server.ts';

const items = Array.from(
  { length: 150 },
  (_, index) =>
    `<item><guid>g${index}</guid><title>Tale ${index}</title><description>${'Words. '.repeat(100)}</description></item>`,
);
let server: TestServer;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-killed-'));
  server = await startServer({
    '/wire': (_, answer) =>
      answer.end(`<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`),
  });
  const pull = `pull: {allowPrivateHosts: ["${server.host}"]}`;
  const feeds = `feeds: [{id: wire, url: "${server.url('/wire')}"}]`;
  await writeFile(join(folder, 'digest.yaml'), `site: {title: P}\n${pull}\n${feeds}\n`);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const content = (name: string) => join(folder, name);
const start = (name: string) =>
  spawn(process.execPath, [
    ...['scripts/pull.ts', '--config', join(folder, 'digest.yaml'), '--content', content(name)],
    ...['--now', '2026-11-22T22:00:00Z'],
  ]);
const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.on('close', done));
const filesOf = async (name: string) =>
  (await readdir(content(name), { recursive: true }).catch(() => [])).filter((file) =>
    /\.(md|json)$/.test(file),
  );

const schemaOf = (file: string) =>
  file === 'press.json' ? pressRecordSchema : file.startsWith('volumes') ? volumeSchema : feedStateSchema;

/** Every item and state by its path; throws for an incomplete file. */
async function stored(name: string): Promise<Map<string, string>> {
  const files = (await filesOf(name)).filter((file) => !file.startsWith('.cache')).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(content(name), file), 'utf8')));
  for (const [index, file] of files.entries()) {
    const text = texts[index] ?? '';
    if (file.endsWith('.md')) expect(parseItemFile(text), file).toHaveProperty('item');
    else schemaOf(file).parse(JSON.parse(text));
  }
  return new Map(files.map((file, index) => [file, texts[index] ?? '']));
}

test('a killed pull leaves only whole files, and the next pull ends as if it had not been killed', {
  timeout: 120_000,
}, async () => {
  expect(await ended(start('whole'))).toBe(0);
  const whole = await stored('whole');
  // The items, the state of the feed, the records of the month and of the press.
  expect(whole.size).toBe(153);
  for (const least of [1, 60]) {
    const child = start('killed');
    const end = ended(child);
    while (child.exitCode === null && (await filesOf('killed')).length < least) await wait(1);
    child.kill('SIGKILL');
    await end;
    expect(child.signalCode).toBe('SIGKILL');
    const left = await stored('killed');
    expect(left.size).toBeGreaterThanOrEqual(least);
    expect(left.size).toBeLessThan(153);
  }
  expect(await ended(start('killed'))).toBe(0);
  expect(await stored('killed')).toEqual(whole);
  expect(
    (await readdir(content('killed'), { recursive: true })).filter((file) => /\.\d+$/.test(file)),
  ).toEqual([]);
});
