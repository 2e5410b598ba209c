import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectBatch } from './batch.ts';
import { httpFactsOf, inspectCommand } from './command.ts';
import { inspectDocument } from './inspection.ts';
import { listing } from './listing.ts';
import { loadDocument } from './load-document.ts';

const FEED = `<rss><channel><title>Quay \u001b[31mred</title><item><title>A \u0007 bell \u202eturned</title>
  <link>https://quay.example/1</link><description>&lt;p onclick="x()"&gt;Text\u009b2J&lt;/p&gt;</description></item></channel></rss>`;

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'));
  file = join(folder, 'feed.xml');
  await writeFile(file, FEED);
});

afterAll(() => rm(folder, { recursive: true }));

const loaded = { bytes: Buffer.from(FEED), contentType: null, base: null };

describe('the options of inspect', () => {
  test('names a file or address and what to show of it', () => {
    expect(inspectCommand.read(['a.xml', '--json'], {})).toEqual({
      values: { target: 'a.xml', json: true, why: false, raw: false, batch: false },
    });
    expect(inspectCommand.read(['--batch'], {})).toMatchObject({ values: { target: null, batch: true } });
  });

  test('takes the facts of HTTP from the environment', () => {
    const env = { FEED_CONTENT_TYPE: 'text/xml; charset=gbk', FEED_BASE: 'https://quay.example/' };
    expect(httpFactsOf(env)).toEqual({ contentType: 'text/xml; charset=gbk', base: 'https://quay.example/' });
    expect(httpFactsOf({ FEED_BASE: '' })).toEqual({ contentType: null, base: null });
  });

  test.each([[[]], [['a', 'b']], [['--batch', 'a']], [['--nonsense']]])(
    'reports what is wrong with %j',
    (args) => {
      expect(inspectCommand.read(args, {})).toEqual({ problem: expect.stringMatching(/\w+ \w+/) });
    },
  );
});

test('reports a missing file in plain words', async () => {
  const answer = await loadDocument(join(folder, 'none.xml'), { contentType: null, base: null });
  expect(answer).toMatchObject({ problem: expect.stringContaining('there is no file') });
});

test('prints the text of a feed without control characters', async () => {
  const shown = listing(await inspectDocument(loaded, true), true);
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(shown).toContain('bell');
});

test('--raw stops before cleaning, and cleaning reports what it removed', async () => {
  const raw = await inspectDocument(loaded, true);
  const cleaned = await inspectDocument(loaded, false);
  expect(raw.items[0]?.summary).toContain('onclick');
  expect(cleaned.items[0]?.summary).not.toContain('onclick');
  expect(cleaned.items[0]?.removed).toBeInstanceOf(Array);
});

test('--batch answers each line by itself, in order', async () => {
  const lines = [
    JSON.stringify({ path: file }),
    'nonsense',
    JSON.stringify({ path: join(folder, 'none') }),
    '',
  ];
  const output = new PassThrough();
  await inspectBatch(Readable.from([lines.join('\n')]), output, true);
  output.end();
  const answers = (await text(output))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toMatchObject([
    { items: [{ link: 'https://quay.example/1' }] },
    { error: expect.any(String) },
    { error: expect.any(String) },
  ]);
});
