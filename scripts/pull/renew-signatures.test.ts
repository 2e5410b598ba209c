import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodySignature } from '../../src/digest/stories/signature.ts';
import { parseItemFile } from '../../src/store/item-file.ts';
import { pathOfItem } from '../../src/store/item-path.ts';
import type { StoredItem } from '../../src/store/stored-item.ts';
import { openItemStore } from '../store/items.ts';
import { renewSignatures } from './renew-signatures.ts';

const body = '<p>Forty barges queued below Port Ellery after a ferry hit the swing bridge.</p>';
const now = new Date('2031-03-05T06:00:00.000Z');
let content = '';

async function put(name: string, day: string, signature: string): Promise<void> {
  const seen = `${day}T01:00:00.000Z`;
  const item: StoredItem = {
    ...{ title: 'Ferry jams swing bridge', feed: 'tidewater', id: name, link: null, author: null },
    ...{ publishedAt: seen, firstSeenAt: seen, updatedAt: null, language: 'en', excerpt: '', categories: [] },
    ...{
      picture: null,
      enclosures: [],
      minutes: 1,
      fullText: true,
      earlierTitles: [],
      removed: [],
      signature,
    },
  };
  await openItemStore(content).write(name, day, item, body);
}

async function signatureOf(name: string, day: string): Promise<string | null> {
  const read = parseItemFile(await readFile(join(content, 'items', pathOfItem(name, day)), 'utf8'));
  return 'problem' in read ? null : read.item.signature;
}

describe('renewSignatures', () => {
  const current = bodySignature('Ferry jams swing bridge', body, 'en');
  beforeAll(async () => {
    content = await mkdtemp(join(tmpdir(), 'signatures-'));
    await put('tidewater-000000000001', '2031-03-05', 'a:earlier');
    await put('tidewater-000000000002', '2031-03-04', '');
    await put('tidewater-000000000003', '2031-03-05', current);
    await put('tidewater-000000000004', '2031-02-20', 'a:earlier');
  });
  afterAll(() => rm(content, { recursive: true }));

  test('signs what an earlier version signed around today, and nothing older', async () => {
    expect(await renewSignatures(content, now, openItemStore(content))).toBe(2);
    expect(await signatureOf('tidewater-000000000001', '2031-03-05')).toBe(current);
    expect(await signatureOf('tidewater-000000000002', '2031-03-04')).toBe(current);
    expect(await signatureOf('tidewater-000000000004', '2031-02-20')).toBe('a:earlier');
  });

  test('writes nothing once all are signed, and nothing in an empty folder', async () => {
    expect(await renewSignatures(content, now, openItemStore(content))).toBe(0);
    expect(await renewSignatures(join(content, 'none'), now, openItemStore(content))).toBe(0);
  });
});
