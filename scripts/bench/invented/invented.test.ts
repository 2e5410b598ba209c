import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/archive/article.ts';
import { cleanItem } from '../../../src/clean/clean-item.ts';
import { readDocument } from '../../../src/feed/read.ts';
import { parseItemFile } from '../../../src/store/item-file.ts';
import { textOfHtml } from '../../../src/text/text-of-html.ts';
import { archivedFile } from './archived.ts';
import { inventArticle, outlet } from './article.ts';
import { dice } from './dice.ts';
import { feedXml, longFeedXml } from './feed.ts';
import { storedFile } from './stored.ts';

const read = (xml: string, feed = 'feed') =>
  readDocument(Buffer.from(xml), {
    feed,
    contentType: 'application/xml',
    base: 'https://bench.example/feed.xml',
  });

test('invents the same articles every time, and each article only once', () => {
  const articles = Array.from({ length: 300 }, (_, number) => inventArticle(outlet(number % 10), number, 30));
  const again = Array.from({ length: 300 }, (_, number) => inventArticle(outlet(number % 10), number, 30));
  expect(again).toEqual(articles);
  expect(new Set(articles.map(({ link }) => link)).size).toBe(300);
  expect(new Set(articles.map(({ title }) => title)).size).toBeGreaterThan(295);
});

test('throws the same dice for the same seed alone', () => {
  const throwTen = (...seed: (string | number)[]) => {
    const { below } = dice(...seed);
    return Array.from({ length: 10 }, () => below(1000));
  };
  expect(throwTen('a', 1)).toEqual(throwTen('a', 1));
  expect(throwTen('a', 1)).not.toEqual(throwTen('a', 2));
});

describe('an invented feed', () => {
  test.each([0, 1, 2, 3])('of dress %i is read whole, without a complaint', async (number) => {
    const { items, issues } = await read(feedXml(number, 25, 25));
    expect(issues).toEqual([]);
    expect(items).toHaveLength(25);
    expect(items.every(({ publishedAt, content }) => publishedAt !== null && content !== null)).toBe(true);
  });

  test.each([0, 1, 2, 3])('of dress %i keeps every paragraph when it is cleaned', async (number) => {
    const { items } = await read(feedXml(number, 3, 25));
    const article = inventArticle(outlet(number), 2, 25);
    const [newest] = items;
    if (!newest) throw new Error('no items');
    const feed = { id: 'feed', remove: [], keep: [], keepWords: [] };
    const text = textOfHtml(cleanItem(newest, feed, null).body);
    for (const paragraph of article.paragraphs) expect(text).toContain(paragraph);
    expect(text).not.toMatch(/appeared first on|window\.track/);
  });

  test('may be long, of short entries', async () => {
    const { items } = await read(longFeedXml(500));
    expect(items).toHaveLength(500);
    expect(longFeedXml(500).length).toBeLessThan(500 * 400);
  });
});

test('writes stored items as the store has them: three hundred a day, each with a name of its own', () => {
  const files = Array.from({ length: 600 }, (_, number) => storedFile(number));
  expect(new Set(files.map(({ path }) => path)).size).toBe(600);
  expect(files.slice(0, 300).every(({ day }) => day === '2024-01-01')).toBe(true);
  expect(files.slice(300).every(({ day }) => day === '2024-01-02')).toBe(true);
  for (const { path, text, name } of files.slice(0, 10)) {
    expect(path).toMatch(/^items\/2024\/01\/01\/outlet-\d{3}-[0-9a-f]{12}\.md$/);
    expect(path).toContain(name);
    expect(parseItemFile(text)).toHaveProperty('item.fullText', true);
  }
});

test('writes archived articles as the import reads them', () => {
  for (let number = 0; number < 10; number += 1) {
    const { path, text } = archivedFile(number, 10, 30);
    expect(readArticle(text, path.split('/')[1] ?? '')).toMatchObject({
      number: 100_000 + number,
      item: {
        title: inventArticle(outlet(number), 0, 30).title,
        publishedAt: expect.stringMatching(/^2024-01-01T/),
      },
    });
  }
});
