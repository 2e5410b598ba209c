import { expect, test } from 'vitest';
import { readArticle } from '../../src/extract/read-article.ts';
import { score, sum } from './cleaning/score.ts';
import { readability } from './pages/extractors.ts';
import { inventPages } from './pages/invented-pages.ts';
import { layouts } from './pages/layouts.ts';

const pages = inventPages(3);

test('invented pages are the same at every call, and hold what they are labelled with', () => {
  expect(inventPages(3)).toEqual(pages);
  expect(pages).toHaveLength(3 * layouts.length);
  for (const page of pages) {
    // The reader of the scores takes a megabyte.
    const kept = score(page, page.html.replace(/<style>[^<]*/, '<style>'));
    expect(kept.textKept).toBe(kept.text);
    expect(kept.furnitureGone).toBe(0);
    expect(kept.furniture).toBeGreaterThan(0);
    expect(kept.mediaKept).toBe(kept.media);
  }
});

test('the article of each is found, and less of the rest than others find', () => {
  const found = pages.map((page) => {
    const reading = readArticle(page.html, page.link);
    return score(page, 'article' in reading ? reading.article.html : '');
  });
  const ours = sum(found);
  const theirs = sum(pages.map((page) => score(page, readability(page.html))));
  expect(ours.textKept).toBe(ours.text);
  expect(ours.mediaKept).toBe(ours.media);
  expect(ours.furnitureGone).toBeGreaterThan(theirs.furnitureGone);
});
