import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { gibberish, inventedConfig, inventedItems } from './invented-items.ts';

let paper: ServedPaper;
let files: Map<string, string>;
beforeAll(async () => {
  const items = inventedItems('2026-11-22', 100);
  items.forEach(({ item }, index) => {
    item.title = gibberish('zh', index + 1, 24);
    item.excerpt = gibberish('zh', index + 1000, 90);
  });
  paper = await buildPaper({ config: inventedConfig, items });
  const html = await readFile(join(paper.out, '2026/11/22/index.html'), 'utf8');
  const $ = load(html);
  const linked = $('link[rel=stylesheet], script[src]')
    .map((_, element) => $(element).attr('href') ?? $(element).attr('src'))
    .get();
  const texts = await Promise.all(linked.map((path) => readFile(join(paper.out, path), 'utf8')));
  files = new Map([['html', html], ...linked.map((path, index) => [path, texts[index] ?? ''] as const)]);
});
afterAll(() => paper?.close());

const weight = (suffix: RegExp) =>
  [...files].filter(([name]) => suffix.test(name)).reduce((sum, [, text]) => sum + gzipSync(text).length, 0);

describe('an edition of 100 stories', () => {
  test('weighs at most 40 kB with its style sheet', () => {
    expect(weight(/html$|\.css$/)).toBeLessThanOrEqual(40_000);
  });

  test('loads at most 12 kB of scripts, none of which blocks rendering', () => {
    expect(weight(/\.js$/)).toBeLessThanOrEqual(12_000);
    const $ = load(files.get('html') ?? '');
    expect($('script[src]').length).toBeGreaterThan(0);
    expect($('script[src]:not([type=module], [defer], [async])').length).toBe(0);
    expect($('script:not([src], [type="application/ld+json"])').text().length).toBeLessThan(400);
  });
});
