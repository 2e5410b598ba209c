import { describe, expect, test } from 'vitest';
import { withContents } from './contents.ts';

const body = (count: number, rank = 2) =>
  Array.from({ length: count }, (_, index) => `<h${rank}>第<em>${index + 1}</em>节</h${rank}><p>文</p>`).join(
    '',
  );

describe('the contents of an article', () => {
  test('are its headings of the highest rank that repeats, each with a fragment', () => {
    const { html, headings } = withContents(`<h2>序</h2>${body(3, 3)}<h4>小</h4>`, 8);
    expect(headings).toEqual([1, 2, 3].map((part) => ({ id: `part-${part}`, text: `第${part}节` })));
    expect(html).toContain('<h3 id="part-2">第<em>2</em>节</h3>');
    expect(html.replace(/ id="part-\d"/g, '')).toBe(`<h2>序</h2>${body(3, 3)}<h4>小</h4>`);
  });

  test('are missing in a short article, and in one with few headings', () => {
    for (const [html, minutes] of [
      [body(6), 4],
      [body(2), 9],
      ['', 9],
    ] as const)
      expect(withContents(html, minutes)).toEqual({ html, headings: [] });
  });

  test('keep an id that a heading has, and leave out headings without words', () => {
    const html = `<h2 id="own">起</h2><h2><img src="https://a.example/a.jpg" alt="" /></h2><h2 lang="en">on</h2><h2>合</h2>`;
    const { headings, html: marked } = withContents(html, 9);
    expect(headings.map(({ id }) => id)).toEqual(['own', 'part-2', 'part-3']);
    expect(marked).toContain('<h2 id="part-2" lang="en">on</h2>');
  });
});
