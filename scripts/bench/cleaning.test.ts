import { describe, expect, test } from 'vitest';
import { contenders } from './cleaning/contenders.ts';
import { readLabelled } from './cleaning/labelled.ts';
import { score, sum } from './cleaning/score.ts';
import { labelled } from './cleaning.ts';

test('labels part the furniture from the article and are gone from what is cleaned', () => {
  const [article] = readLabelled(
    '<article data-title="A" data-link="https://a.example/">\n<p>One <b>two</b>.</p><p data-label="furniture">Share<br>now</p><img src="https://a.example/x.jpg?w=3">\n</article>\n',
  );
  expect(article).toEqual({
    title: 'A',
    link: 'https://a.example/',
    html: '<p>One <b>two</b>.</p><p>Share<br>now</p><img src="https://a.example/x.jpg?w=3">',
    article: ['Onetwo.'],
    furniture: ['Share', 'now'],
    media: ['x.jpg'],
  });
});

test('text out of its order does not count as kept', () => {
  const article = { title: '', link: '', html: '', article: ['One.', 'Two.'], furniture: ['Ad'], media: [] };
  expect(score(article, '<p>Two.</p><p>One.</p><p>Ad</p>')).toMatchObject({
    text: 8,
    textKept: 4,
    furnitureGone: 0,
  });
});

describe('on the labelled articles, after one document', () => {
  const contender = contenders.at(-1);
  test.each(labelled)('$name', ({ articles }) => {
    const cleaned = contender?.clean(articles) ?? [];
    const { text, textKept, furniture, furnitureGone, media, mediaKept } = sum(
      articles.map((article, index) => score(article, cleaned[index] ?? '')),
    );
    expect(textKept / text).toBeGreaterThanOrEqual(0.997);
    expect(furnitureGone / furniture).toBeGreaterThanOrEqual(0.95);
    expect(mediaKept).toBe(media);
  });
});
