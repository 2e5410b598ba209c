import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agents } from './agents.ts';
import { fetchAll } from './all.ts';
import { outsideAgents, requestFor, sampleFeed, startServer, type TestServer } from './fault-server.ts';
import { answer } from './faults.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';

let server: TestServer;
let agents: Agents;
let limit: (response: ServerResponse) => void = () => {};
let underWay = 0;
let most = 0;

beforeAll(async () => {
  server = await startServer({
    '/feed': answer(sampleFeed),
    '/large': answer(`<rss>${'tide '.repeat(200_000)}`),
    '/slow': async (_request, response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await wait(20);
      underWay -= 1;
      response.end(sampleFeed);
    },
    '/reset': (_request, response) => response.socket?.resetAndDestroy(),
    '/limited': (_request, response) => limit(response),
    '/wait-once': (_request, response, visit) =>
      visit === 1 ? response.writeHead(429, { 'retry-after': '5' }).end() : response.end(sampleFeed),
    '/wait-once-60': (_request, response, visit) =>
      visit === 1 ? response.writeHead(429, { 'retry-after': '60' }).end() : response.end(sampleFeed),
    '/wait-5': answer('', { 'retry-after': '5' }, 429),
    '/wait-an-hour': answer('', { 'retry-after': '3600' }, 429),
    '/wait-unknown': answer('', {}, 429),
    '/missing': answer('', {}, 404),
  });
  agents = outsideAgents(server);
});
afterAll(() => Promise.all([server.close(), agents.close()]));

/** A request to what looks like a host on the public internet. */
const from = (host: string, path: string): FetchRequest =>
  requestFor(server, path, { feed: `${host}${path}`, url: `http://${host}.example${path}` });

/** Pauses are recorded and take no time; those between retries of one feed, which other tests cover, are not recorded. */
function tools() {
  const slept: number[] = [];
  const sleep = async (milliseconds: number, signal?: AbortSignal) => {
    if (!signal) slept.push(milliseconds);
  };
  return { slept, agents, sleep, random: () => 0 };
}

const codes = (outcomes: FetchOutcome[]) =>
  outcomes.map((outcome) => ('issue' in outcome ? outcome.issue.code : outcome.kind));

describe('fetchAll', () => {
  test('begins no request after the deadline, and does not wait for one', async () => {
    const used = tools();
    let clock = 0;
    const requests = [from('a', '/feed'), from('a', '/feed'), from('a', '/feed'), from('b', '/feed')];
    const outcomes = await fetchAll(requests, {
      atOnce: 1,
      until: 50,
      onOutcome: (outcome) => {
        clock += 30;
        return outcome;
      },
      tools: { ...used, now: () => clock },
    });
    expect(codes(outcomes).filter((code) => code === 'not-asked').length).toBe(2);
    expect(used.slept.length).toBeLessThan(2);
  });

  test('gives the outcomes in the order of the requests, whichever comes first', async () => {
    const requests = [from('a', '/slow'), from('b', '/missing'), from('c', '/feed'), from('a', '/feed')];
    const arrived: number[] = [];
    const results = await fetchAll(requests, {
      atOnce: 4,
      tools: tools(),
      onOutcome: (outcome, index) => {
        arrived.push(index);
        return `${index} ${outcome.kind}`;
      },
    });
    expect(results).toEqual(['0 document', '1 failed', '2 document', '3 document']);
    expect(arrived.toSorted()).toEqual([0, 1, 2, 3]);
    expect(arrived.indexOf(0)).toBeGreaterThan(arrived.indexOf(2));
  });

  test('gives no outcomes for no requests', async () => {
    expect(await fetchAll([], { atOnce: 1 })).toEqual([]);
  });

  test('sends one request at a time to a host, in order, with a gap between', async () => {
    const given = tools();
    most = 0;
    const requests = Array.from({ length: 4 }, () => from('alone', '/slow'));
    await fetchAll(requests, { atOnce: 8, gapMs: 700, tools: given });
    expect(most).toBe(1);
    expect(given.slept).toEqual([700, 700, 700]);
  });

  test('asks different hosts at the same time, up to the limit', async () => {
    most = 0;
    const requests = Array.from({ length: 9 }, (_, n) => from(`host-${n}`, '/slow'));
    await fetchAll(requests, { atOnce: 3, gapMs: 700, tools: tools() });
    expect(most).toBe(3);
  });

  test('leaves no gap for a listed private host', async () => {
    const given = { ...tools(), agents: undefined };
    const requests = Array.from({ length: 3 }, () => requestFor(server, '/feed'));
    expect(codes(await fetchAll(requests, { atOnce: 8, gapMs: 60_000, tools: given }))).toEqual(
      Array(3).fill('document'),
    );
    expect(given.slept).toEqual([]);
  });

  test('does not delay other hosts when one is slow', async () => {
    const requests = [
      from('slow', '/slow'),
      from('slow', '/slow'),
      from('slow', '/slow'),
      from('quick', '/feed'),
    ];
    const arrived: number[] = [];
    const onOutcome = (_outcome: FetchOutcome, index: number) => {
      arrived.push(index);
    };
    await fetchAll(requests, { atOnce: 2, gapMs: 0, tools: tools(), onOutcome });
    expect(arrived.indexOf(3)).toBeLessThan(2);
  });

  test('asks a host no more after three failures in a row', async () => {
    const before = server.requests.length;
    const requests = Array.from({ length: 6 }, () => from('dead', '/reset'));
    const outcomes = await fetchAll([...requests, from('alive', '/feed')], {
      atOnce: 2,
      gapMs: 0,
      tools: tools(),
    });
    expect(codes(outcomes)).toEqual([
      ...['reset', 'reset', 'reset', 'not-asked', 'not-asked', 'not-asked'],
      'document',
    ]);
    expect(server.requests.length - before).toBe(3 * 3 + 1);
  });

  test('does not count the failures of single feeds against their host', async () => {
    const paths = ['/reset', '/reset', '/feed', '/reset', '/missing', '/missing', '/missing', '/feed'];
    const outcomes = await fetchAll(
      paths.map((path) => from('mixed', path)),
      { atOnce: 2, gapMs: 0, tools: tools() },
    );
    expect(codes(outcomes).at(-1)).toBe('document');
  });

  test('asks a host again after the time it names, and from then on as far apart', async () => {
    const given = tools();
    const requests = [from('busy', '/feed'), from('busy', '/wait-once'), from('busy', '/feed')];
    expect(codes(await fetchAll(requests, { atOnce: 2, gapMs: 100, tools: given }))).toEqual([
      'document',
      'document',
      'document',
    ]);
    expect(given.slept).toEqual([100, 5000, 5000]);
  });

  test('asks for every feed of a host that answers once in eight seconds', async () => {
    for (const status of [429, 503]) {
      let clock = 0;
      let last = -8000;
      limit = (response) => {
        if (clock - last < 8000) return response.writeHead(status, { 'retry-after': '8' }).end();
        last = clock;
        return response.end(sampleFeed);
      };
      const requests = Array.from({ length: 6 }, () => from(`limited-${status}`, '/limited'));
      const sleep = async (milliseconds: number) => {
        clock += milliseconds;
      };
      const outcomes = await fetchAll(requests, {
        atOnce: 4,
        gapMs: 1000,
        tools: { ...tools(), sleep, now: () => clock },
      });
      expect(codes(outcomes)).toEqual(Array(6).fill('document'));
      expect(clock).toBeLessThanOrEqual(6 * 8000 + 1000);
    }
  });

  test('waits for a host no longer than the run does, and reports its refusal', async () => {
    let clock = 0;
    const sleep = async (milliseconds: number) => {
      clock += milliseconds;
    };
    const requests = [from('slow', '/wait-once-60'), from('slow', '/feed'), from('slow', '/feed')];
    const outcomes = await fetchAll(requests, {
      atOnce: 2,
      waitMs: 100_000,
      tools: { ...tools(), sleep, now: () => clock },
    });
    expect(codes(outcomes)).toEqual(['http-429', 'document', 'not-asked']);
    expect(clock).toBe(60_000);
  });

  test('gives up a host that refuses three times in a row, and goes on with the others', async () => {
    const given = tools();
    const requests = [from('no', '/wait-5'), from('no', '/wait-5'), from('other', '/feed')];
    expect(codes(await fetchAll(requests, { atOnce: 2, gapMs: 100, tools: given }))).toEqual([
      'http-429',
      'http-429',
      'document',
    ]);
    expect(given.slept).toEqual([5000, 5000]);
  });

  test.each(['/wait-an-hour', '/wait-unknown'])(
    'asks a host no more after a long or missing Retry-After: %s',
    async (path) => {
      const given = tools();
      const requests = [from('strict', path), from('strict', '/feed'), from('other', '/feed')];
      expect(codes(await fetchAll(requests, { atOnce: 2, tools: given }))).toEqual([
        'http-429',
        'not-asked',
        'document',
      ]);
      expect(given.slept).toEqual([]);
    },
  );

  test('holds no more documents in memory than are under way', async () => {
    const requests = Array.from({ length: 80 }, (_, n) => from(`large-${n % 8}`, '/large'));
    let held = 0;
    let largest = 0;
    const sizes = await fetchAll(requests, {
      atOnce: 4,
      gapMs: 0,
      tools: tools(),
      onOutcome: async (outcome) => {
        held += 1;
        largest = Math.max(largest, held);
        await wait(1);
        held -= 1;
        return outcome.kind === 'document' ? outcome.bytes.length : 0;
      },
    });
    expect(new Set(sizes)).toEqual(new Set([1_000_005]));
    expect(largest).toBeLessThanOrEqual(4);
  });

  test('accepts invalid addresses', async () => {
    const requests = ['', 'harbour', 'mailto:a@b.example'].map((url) => requestFor(server, '', { url }));
    expect(codes(await fetchAll(requests, { atOnce: 1, gapMs: 0, tools: tools() }))).toEqual([
      'bad-address',
      'bad-address',
      'bad-scheme',
    ]);
  });
});
