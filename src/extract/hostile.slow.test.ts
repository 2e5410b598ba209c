import { describe, expect, test } from 'vitest';
import { processorTime } from '../test-processor-time.ts';
import { readArticle } from './read-article.ts';

const url = 'https://harbour.example/a/b.html';
const prose =
  '<p>The lamps along the harbour wall were lit one by one, and the tide, which was late, came in.</p>';
const size = 5_000_000;
/** As many copies as make a page of five megabytes. */
const filled = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const data = (value: string, type = 'application/ld+json') =>
  `<script type="${type}" id="__DATA__">${value}</script>${prose}`;

describe('a page of five megabytes is done in two seconds', () => {
  test.each([
    ['paragraphs', filled(prose)],
    [
      'paragraphs, each its own',
      Array.from({ length: 45_000 }, (_, n) => prose.replace('one', `${n}`)).join(''),
    ],
    ['links', filled('<a href="/x">link</a> ')],
    [
      'links to next pages',
      Array.from({ length: 100_000 }, (_, n) => `<a href="/a/b_${n}.html">${n}</a>`).join(''),
    ],
    [
      'cards',
      filled(
        '<div class="card"><h3><a href="/x">A headline of another page</a></h3><p>And a word.</p></div>',
      ),
    ],
    ['open elements', filled('<div>')],
    ['nested extras with quotations', filled('<aside class="related"><blockquote>x. ')],
    ['tables', filled('<table><tr><td>x ')],
    ['line breaks', filled('text, more text<br><br>')],
    [
      'names of all kinds',
      Array.from({ length: 90_000 }, (_, n) => `<i class="n${n} share-${n} a${n}">x</i>`).join(''),
    ],
    ['links of a line each', filled('<a href="/x">A headline of another page</a><br><br>')],
    ['labels of a line each', filled('A label<br><br>')],
    [
      'captions of a line each',
      `<figure>${filled('A caption of forty letters that does not end<br><br>')}</figure>`,
    ],
    ['one attribute', `<div class="${filled('a-b ')}">${prose}</div>`],
    ['one text', `<p>${filled('lamp ')}</p>`],
    ['white space', `${filled(' \n')}${prose}`],
    ['scripts', `<script>${filled('x=1;')}</script>${prose}`],
    ['comments', `${filled('<!-- x -->')}${prose}`],
    ['descriptions', `${filled('<meta name="description" content="lamps along the harbour">')}${prose}`],
    ['data without an end', data(filled('{"a":['))],
    [
      'data in strings',
      data(JSON.stringify({ '@type': 'NewsArticle', articleBody: 'lamps '.repeat(160_000) })),
    ],
    ['data of many objects', data(`[${'{"@type":"NewsArticle","headline":"x"},'.repeat(24_000)}{}]`)],
    [
      'data of a script',
      data(
        JSON.stringify({ a: Array.from({ length: 50_000 }, () => ({ title: 'x', body: ' ' })) }),
        'application/json',
      ),
    ],
    [
      'white space in data',
      data(JSON.stringify({ '@type': 'NewsArticle', articleBody: `${' '.repeat(900_000)}x` })),
    ],
  ])('%s', async (_name, html) => {
    expect(html.length).toBeGreaterThan(900_000);
    expect(await processorTime(() => readArticle(html, url, { teaser: 'The lamps were lit.' }))).toBeLessThan(
      2000,
    );
  });
});
