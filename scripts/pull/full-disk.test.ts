import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseItemFile } from '../../src/store/item-file.ts';
import { startServer, type TestServer } from '../fetch/fault-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-full-disk-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
const mount = (options: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status === 0;
const canMount = mount('size=4k');

const items = Array.from(
  { length: 20 },
  (_, index) =>
    `<item><guid>g${index}</guid><title>Tale ${index}</title><description>${'Words. '.repeat(700)}</description></item>`,
);
let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    '/wire': (_, answer) =>
      answer.end(`<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`),
  });
  writeFileSync(
    join(folder, 'digest.yaml'),
    `site: {title: P, url: "https://paper.example/"}\npull: {allowPrivateHosts: ["${server.host}"]}\nfeeds: [{id: wire, url: "${server.url('/wire')}"}]\n`,
  );
});
afterAll(async () => {
  await server.close();
  if (canMount) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

/** Asynchronous, because the feed is served by this process. */
async function pull(): Promise<{ code: number | null; said: string }> {
  const places = ['--config', join(folder, 'digest.yaml'), '--content', disk];
  const child = spawn(process.execPath, [
    'scripts/pull.ts',
    ...places,
    '--now',
    '2026-11-22T22:00:00Z',
    '--force',
  ]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return { code: await new Promise((done) => child.on('close', done)), said };
}

describe.runIf(canMount)('a pull into a full disk', () => {
  test('leaves whole files, says so and fails, and ends well once there is room', {
    timeout: 120_000,
  }, async () => {
    for (const kilobytes of [8, 40, 96]) {
      expect(mount(`remount,size=${kilobytes}k`)).toBe(true);
      const { code, said } = await pull();
      expect(code).toBe(1);
      expect(said).toContain('the disk is full');
      for (const file of readdirSync(disk, { recursive: true, encoding: 'utf8' })) {
        expect(file).not.toMatch(/\.\d+$/);
        const read = () => readFileSync(join(disk, file), 'utf8');
        if (file.endsWith('.md')) expect(parseItemFile(read())).toHaveProperty('item');
        if (file.endsWith('.json')) JSON.parse(read());
      }
    }
    expect(mount('remount,size=10m')).toBe(true);
    expect((await pull()).code).toBe(0);
    const stored = readdirSync(disk, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    expect(stored).toHaveLength(20);
  });
});
