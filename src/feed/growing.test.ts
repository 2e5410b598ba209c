import { describe, expect, test } from 'vitest';
import { cleanItem } from '../clean/clean-item.ts';
import { extractArticle } from '../extract/article.ts';
import type { Item } from './item.ts';
import { readDocument } from './read.ts';

const longest = `https://far.example/${'d/'.repeat(4000)}`;
const read = async (inner: string) => {
  const text = `<rss version="2.0"><channel><title>W</title><link>${longest}</link>${inner}</channel></rss>`;
  const origin = { feed: 'wire', contentType: 'application/rss+xml', base: 'https://wire.example/' };
  return readDocument(new TextEncoder().encode(text), origin);
};
const links = '&lt;a href=a&gt;x&lt;/a&gt; '.repeat(1000);
const million = 1_000_000;

describe('short relative addresses with a long base do not fill the memory', () => {
  test.each([
    ['in a body', `<description>${links.repeat(3)}</description>`],
    ['in many bodies of one entry', `<description>${links}</description>`.repeat(50)],
    ['in files', Array.from({ length: 5000 }, (_, n) => `<enclosure url="${n}"/>`).join('')],
    ['in links', Array.from({ length: 5000 }, (_, n) => `<comments>${n}</comments>`).join('')],
  ])('%s', async (_, inner) => {
    const { items } = await read(`<item><guid>1</guid><title>T</title>${inner}</item>`);
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items).length).toBeLessThan(3 * million);
  });

  test('in 20,000 entries: those after 100 million characters count as unreadable', async () => {
    const entries = Array.from({ length: 20_000 }, (_, n) => `<item><link>${n}</link></item>`);
    const { items, issues } = await read(entries.join(''));
    expect(items.length).toBeGreaterThan(1000);
    expect(items.length * longest.length).toBeLessThan(101 * million);
    expect(issues.map(({ code }) => code)).toEqual(['damaged-document']);
  });
});

test('a long body with a short base has all addresses absolute', async () => {
  const html = '&lt;a href="/story"&gt;x&lt;/a&gt; '.repeat(20_000);
  const { items } = await read(
    `<item><title>T</title><link>https://wire.example/1</link><description>${html}</description></item>`,
  );
  expect(items[0]?.summary).not.toContain('"/story"');
});

describe('entries after the first 50,000 are left out, and their number is reported', () => {
  test.each([
    ['XML', '<rss version="2.0"><channel>', '<item><guid>1</guid></item>', '</channel></rss>'],
    ['JSON', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":0}', ',{"id":1}', ']}'],
  ])('in %s', async (_, start, entry, end) => {
    const origin = { feed: 'wire', contentType: null, base: null };
    const { items, issues } = await readDocument(Buffer.from(start + entry.repeat(60_000) + end), origin);
    expect(items).toHaveLength(50_000);
    expect(issues.map(({ message }) => message).join()).toMatch(/ 1000[01] entries could not be read/);
  });
});

describe('an extracted article is at most 2.1 million characters longer than its page', () => {
  test.each([
    ['links', '<a href=a>word</a>, '],
    ['pictures', `word <img srcset="${'a 1x, '.repeat(600)}">`],
  ])('with %s', (_, unit) => {
    const body = `<p>A word, and words, and more words. ${unit.repeat(2000)}</p>`;
    const page = `<title>T</title><base href="${longest}"><article>${body}</article>`;
    const html = extractArticle(page, 'https://wire.example/1', { selector: 'article' })?.html ?? '';
    expect(html).toContain('more words');
    expect(html.length).toBeLessThan(page.length + 2.1 * million);
  });
});

describe('a long link does not make the addresses in a body long', () => {
  const feed = { id: 'wire', remove: [], keep: [], keepWords: [] };
  const bodyOf = async (link: string) => {
    const { items } = await read(
      `<item><title>T</title><link>${link}</link><description>${links}</description></item>`,
    );
    return cleanItem(items[0] as Item, feed, null).body;
  };

  test('its query is not repeated', async () => {
    const body = await bodyOf(`https://wire.example/news/1?from=${'x'.repeat(4000)}`);
    expect(body).toContain('<a href="https://wire.example/news/a">');
    expect(body.length).toBeLessThan(links.length * 2);
  });

  test('a path that is too long is not repeated: relative links become text', async () => {
    const body = await bodyOf(`https://wire.example/${'y/'.repeat(2000)}1`);
    expect(body).not.toContain('href');
    expect(body.length).toBeLessThan(links.length);
  });
});
