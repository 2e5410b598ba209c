import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configSchema } from '../../src/config/schema.ts';
import { startServer, type TestServer } from '../fetch/fault-server.ts';
import { pullPaper } from './pull-paper.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
let server: TestServer;
let content: string;
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'broadsheet-budget-'));
  const slow = (id: string) => async (_: unknown, answer: { end: (body: string) => void }) => {
    await wait(300);
    answer.end(
      `<rss version="2.0"><channel><title>${id}</title><item><title>News of ${id}</title></item></channel></rss>`,
    );
  };
  server = await startServer(Object.fromEntries(ids.map((id) => [`/${id}`, slow(id)])));
});
afterEach(async () => {
  await server.close();
  await rm(content, { recursive: true, force: true });
});

const pull = (runMs: number, now: string) =>
  pullPaper({
    config: configSchema.parse({
      site: { title: 'Paper' },
      pull: { allowPrivateHosts: [server.host] },
      feeds: ids.map((id) => ({ id, url: server.url(`/${id}`) })),
    }),
    ...{ content, siteUrl: 'https://paper.example/', now: new Date(now), force: true },
    until: Date.now() + runMs,
    onFeed: () => {},
    onWait: () => {},
  });

describe('a run whose time is over', () => {
  test('stores what came in, names what it left, and asks that first in the next run', async () => {
    const first = await pull(450, '2026-11-20T22:00:00Z');
    const statuses = first?.feeds.map(({ status }) => status) ?? [];
    const asked = statuses.filter((status) => status === 'ok').length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(5);
    expect(statuses).toEqual(ids.map((_, index) => (index < asked ? 'ok' : 'left')));
    expect(first).toMatchObject({ failed: false, issues: [{ code: 'run-over' }] });
    expect(first?.issues[0]?.message).toContain(`(${ids.slice(asked).join(', ')})`);
    expect(first?.feeds.map(({ added }) => added)).toEqual(ids.map((_, index) => (index < asked ? 1 : 0)));

    const second = await pull(60_000, '2026-11-21T22:00:00Z');
    expect(server.requests[asked]?.url).toBe(`/${ids[asked]}`);
    expect(second).toMatchObject({ failed: false, issues: [] });
    expect(second?.feeds.every(({ status }) => status === 'ok')).toBe(true);
  });
});
