import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { inventedConfig, inventedItems } from './invented-items.ts';

let paper: ServedPaper;
let html: Map<string, ReturnType<typeof load>>;
beforeAll(async () => {
  paper = await buildPaper({
    base: '/some/paper/',
    config: inventedConfig,
    items: [...inventedItems('2026-11-22', 40), ...inventedItems('2026-11-20', 3)],
  });
  const files = await Array.fromAsync(glob('**/*.html', { cwd: paper.out }));
  html = new Map(
    await Promise.all(
      files.map(async (file) => [file, load(await readFile(join(paper.out, file), 'utf8'))] as const),
    ),
  );
});
afterAll(() => paper?.close());

describe('under a base path', () => {
  test('links only to files that exist', () => {
    const lost: string[] = [];
    for (const [file, $] of html) {
      $('[href], [src]').each((_, element) => {
        const address = $(element).attr('href') ?? $(element).attr('src') ?? '';
        if (/^(https?:|feed:|follow:|#)/.test(address)) return;
        const path = decodeURIComponent(address.replace(/[?#].*$/, ''));
        const within = path.startsWith('/some/paper/') ? path.slice('/some/paper/'.length) : null;
        const target =
          within === null ? null : join(paper.out, within, /(^|\/)$/.test(within) ? 'index.html' : '');
        if (target === null || !existsSync(target)) lost.push(`${file}: ${address}`);
      });
    }
    expect(html.size).toBeGreaterThan(50);
    expect(lost).toEqual([]);
  });

  test('names the feed and the canonical URL on every page; the 404 page has no canonical URL', () => {
    for (const [file, $] of html) {
      expect($('link[rel=alternate][type="application/rss+xml"]').attr('href'), file).toBe(
        '/some/paper/rss.xml',
      );
      const address = $('link[rel=canonical]').attr('href');
      if (file === '404.html') expect(address).toBeUndefined();
      else expect(address, file).toMatch(/^https?:\/\//);
    }
  });

  test('sets the canonical URL of an article to its original', () => {
    const $ = html.get('2026/11/22/coast-202611220000/index.html');
    expect($?.('link[rel=canonical]').attr('href')).toBe('https://coast.example/0');
    const hidden = [...html].filter(([, page]) => page('meta[name=robots]').length > 0).map(([file]) => file);
    expect(hidden.sort()).toEqual(['404.html', 'offline/index.html']);
  });

  test('allows no page to load anything from other hosts but pictures and sound', () => {
    for (const [file, $] of html) {
      const policy = $('meta[http-equiv=content-security-policy]').attr('content') ?? '';
      expect(policy, file).toContain("default-src 'none'");
      expect(policy, file).not.toMatch(/'unsafe|data:|\*/);
      if (file !== 'search/index.html') expect(policy, file).not.toContain('wasm');
      expect($('[style], [onclick], [onload], style').length, file).toBe(0);
    }
  });

  test('shows every item of a day once in its edition', () => {
    const $ = html.get('2026/11/22/index.html');
    const names =
      $?.('article[data-item]')
        .map((_, card) => $(card).attr('data-item'))
        .get() ?? [];
    expect(new Set(names).size).toBe(40);
    expect(names).toHaveLength(40);
    expect($?.('[data-story]').length).toBe(40);
  });
});
