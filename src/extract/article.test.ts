import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../clean/pipeline.ts';
import { processorTime } from '../test-processor-time.ts';
import { acceptFullText } from './accept.ts';
import { extractArticle } from './article.ts';
import { readArticle } from './read-article.ts';

interface Expected {
  url: string;
  title: string;
  teaser: string;
  /** Passages of the article, and file names of its pictures. */
  keeps: string[];
  /** What stands around it. */
  drops: string[];
  /** Whether all of the article is taken, or its open beginning only. */
  accepted: boolean | 'beginning';
}

const folder = new URL('./fixtures/', import.meta.url);
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''));

function read(name: string) {
  const html = readFileSync(new URL(`${name}.html`, folder), 'utf8');
  const expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Expected;
  return { html, expected };
}

describe('extractArticle, then clean', () => {
  test.each(pages)('%s', (name) => {
    const { html, expected } = read(name);
    const reading = readArticle(html, expected.url, { teaser: expected.teaser });
    expect('article' in reading && (reading.isBeginning ? 'beginning' : true)).toBe(expected.accepted);
    if ('problem' in reading) return;
    expect(reading.article.title).toBe(expected.title);
    const cleaned = cleanedText(reading.article.html, expected);
    expect(expected.keeps.filter((passage) => !cleaned.includes(passage))).toEqual([]);
    expect(expected.drops.filter((passage) => cleaned.includes(passage))).toEqual([]);
  });
});

function cleanedText(html: string, { url, title }: Expected): string {
  const facts = { feed: 'harbour', title, base: url, publishedAt: null, language: null };
  const cleaned = clean(html, { ...facts, options: {}, learned: null });
  return cleaned.html.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

describe('extractArticle', () => {
  const prose =
    '<p>The lamps along the harbour wall were lit one by one, and the tide, which was late, came in.</p>';
  const url = 'https://harbour.example/a/b.html';

  test('takes what the selector names, outermost and in order', () => {
    const html = `<p>before</p><div class="x"><p>one</p><div class="x">two</div></div><p class="x">three</p>`;
    expect(extractArticle(html, url, { selector: '.x' })?.html).toBe(
      '<div class="x"><p>one</p><div class="x">two</div></div><p class="x">three</p>',
    );
  });

  test.each(['.nothing', '###', 'p:has(', ''])(
    'gives nothing for the selector %j, or looks for itself',
    (selector) => {
      const article = extractArticle(`<main>${prose.repeat(5)}</main>`, url, { selector });
      if (selector === '') expect(article?.html).toContain('lit one by one');
      else expect(article).toBeNull();
    },
  );

  test('makes addresses absolute, against the base of the page', () => {
    const body = `<a href="../c">c</a><img src="d.jpg" srcset="d1.jpg 1x, /d2.jpg 2x" data-src="//e.example/f.jpg">`;
    const article = extractArticle(`<base href="/z/y/"><main>${body}${prose}</main>`, url, {
      selector: 'main',
    });
    expect(article?.html).toContain('href="https://harbour.example/z/c"');
    expect(article?.html).toContain('src="https://harbour.example/z/y/d.jpg"');
    expect(article?.html).toContain(
      'https://harbour.example/z/y/d1.jpg 1x, https://harbour.example/d2.jpg 2x',
    );
    expect(article?.html).toContain('data-src="https://e.example/f.jpg"');
  });

  test('drops what could run, and addresses that are none', () => {
    const body =
      '<script>1</script><a href="javascript:1" onclick="1">x</a><iframe srcdoc="<script>1</script>"></iframe>';
    const html = extractArticle(`<main>${body}${prose}</main>`, url, { selector: 'main' })?.html;
    expect(html).not.toMatch(/script|onclick/);
  });

  test('drops what lies over the page and what one only presses', () => {
    const body =
      '<div role="dialog">cookies</div><dialog>offers</dialog><nav>menu</nav><button>press</button>';
    const html = extractArticle(`<main>${body}${prose}</main>`, url, { selector: 'main' })?.html;
    expect(html).toBe(`<main>${prose}</main>`);
  });

  test.each([
    ['its only headline', '<title>Tide late | Herald</title><h1>Tide late</h1>', 'Tide late'],
    ['not the name of the site', '<title>Tide late | Herald</title><h1>The daily Herald</h1>', 'Tide late'],
    [
      'what is shared',
      '<title>x | Herald</title><meta property="og:title" content="Tide late">',
      'Tide late',
    ],
    ['nothing', '', null],
  ])('takes for its title %s', (_name, head, title) => {
    expect(extractArticle(`${head}<main>${prose}</main>`, url, { selector: 'main' })?.title).toBe(title);
  });

  test('finds the article among very many elements', () => {
    const html = `<article>${prose.repeat(3)}</article>${'<i>x</i>'.repeat(21_000)}`;
    expect(extractArticle(html, url)?.html).toBe(prose.repeat(3));
  });

  test.each([
    ['nothing', ''],
    ['plain words', 'Too many requests'],
    ['an empty page', '<html><body></body></html>'],
    ['pictures alone', '<main><img src="a.jpg"></main>'],
  ])('takes %s', (_name, html) => expect(() => extractArticle(html, url)).not.toThrow());

  test.each([
    ['deep', `${'<div>'.repeat(4000)}${prose.repeat(5)}`],
    ['deep in formatting', `${'<p><b>'.repeat(3000)}${prose.repeat(5)}`],
    ['long in one attribute', `<div class="${'a '.repeat(500_000)}">${prose.repeat(5)}</div>`],
    ['full of links', `<article>${prose.repeat(5)}${'<a href="/x">link</a> '.repeat(3000)}</article>`],
    ['full of line breaks', `<article>${'text, more text<br><br>'.repeat(3000)}</article>`],
    ['full of tables', '<table><tr><td>'.repeat(1500)],
    ['full of attributes', `<p ${Array.from({ length: 20_000 }, (_, n) => `a${n}="1"`).join(' ')}>${prose}`],
  ])('is done in time with a page that is %s', async (_name, html) => {
    expect(await processorTime(() => extractArticle(html, url))).toBeLessThan(8000);
  });

  test('takes any markup', () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '<a href=x>',
      '<img src=1>',
      '<svg>',
      '<o:p>',
      '<!--',
      ']]>',
    );
    const piece = fc.oneof(
      tag,
      fc.string(),
      fc.constantFrom('&amp;', '&#0;', '&nbsp', '<x:y z=1', '<![CDATA['),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = `<article>${pieces.join('')}${prose.repeat(3)}</article>`;
        const article = extractArticle(html, url);
        if (article) acceptFullText(pieces.join(''), article);
      }),
      { numRuns: 60 },
    );
  });
});
