import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArticle } from './read-article.ts';

const folder = new URL('./fixtures/no-article/', import.meta.url);
const page = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const teaser = 'The boat that links the two banks after midnight is back, with new lamps.';
const paragraph =
  'The night ferry is back on the river. It left the southern landing stage at ten past midnight, with new lamps and the old captain, and it took four minutes.';
const url = 'https://orrin.example/news/night-ferry';

/** Where each of the pages was found; the others under the address of the article. */
const addresses: Record<string, string> = {
  'home-page-en.html': 'https://orrin.example/',
  'search-page-en.html': 'https://orrin.example/search?q=night+ferry',
};

describe('a page that is no article keeps the summary and is named', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const kind = name.replace(/(?:-[a-z]{2})?\.html$/, '');
    const address = addresses[name] ?? url;
    expect(readArticle(page(name), address)).toEqual({ problem: kind });
    expect(readArticle(page(name), address, { teaser, title: 'Night ferry resumes', asked: url })).toEqual({
      problem: kind,
    });
  });

  test.each([
    ['pdf', 'application/pdf'],
    ['picture', 'image/webp'],
    ['video', 'video/mp4'],
  ])('a %s by its media type', (kind, contentType) => {
    expect(readArticle('anything', url, { contentType })).toEqual({ problem: kind });
  });

  test('a front page to which the address of an article leads', () => {
    const front = page('home-page-en.html').replace(/<link[^>]*>/, '');
    expect(readArticle(front, 'https://orrin.example/en/', { asked: url })).toEqual({ problem: 'home-page' });
  });

  test.each(['', '<html><body></body></html>', '<div id="app"></div>'])('an empty page: %j', (html) => {
    expect(readArticle(html, url, { teaser })).toEqual({ problem: 'empty' });
  });

  test('a page without an end', () => {
    expect(readArticle(`<p>${paragraph}</p>`.repeat(50_000), url)).toEqual({ problem: 'endless' });
  });
});

describe('an article is none of those', () => {
  const article = (inner: string, head = '') =>
    `<html><head><title>Night ferry resumes</title>${head}</head><body>${inner}</body></html>`;
  const body = Array.from({ length: 6 }, (_, n) => `<p>${paragraph.replace('four', `${n + 4}`)}</p>`).join(
    '',
  );

  test.each([
    [
      'with a cookie banner',
      `<div class="banner"><p>We use cookies. By using this site you accept our privacy policy and our 12 partners.</p></div><main>${body}</main>`,
    ],
    [
      'with a login in its header',
      `<form action="/login"><input type="password" name="p"><button>Log in</button></form><main>${body}</main>`,
    ],
    [
      'about a page that was not found',
      `<main><h1>Page not found: how a town lost its website</h1>${body.repeat(2)}</main>`,
    ],
    [
      'about consent',
      `<main><h1>What consent means</h1><p>Cookies and consent were the subject of the hearing, in which four partners spoke for an hour about data.</p>${body}</main>`,
    ],
    ['with a video at its top', `<main><h1>Night ferry</h1><video src="/v.mp4"></video>${body}</main>`],
    [
      'with a search field',
      `<input type="search" name="q"><main><h1>Search for the ferry</h1>${body}</main>`,
    ],
  ])('%s', (_name, inner) => {
    const reading = readArticle(article(inner), url, { teaser });
    expect('article' in reading && reading.article.html).toContain('six minutes'.replace('six', '6'));
  });

  test('that stands at the front of a site, as on the first page of a blog', () => {
    const reading = readArticle(
      article(`<main><h1>Night ferry</h1>${body}</main>`),
      'https://orrin.example/',
    );
    expect(reading).toHaveProperty('article');
  });
});

describe('selectors of the configuration that take too long in a page', () => {
  const paragraphs = `<p>${paragraph}</p>`.repeat(8);
  const many = `<html><body><main>${paragraphs}</main><div>${'<i>x</i>'.repeat(12_000)}<a href="/news/2">2</a></div></body></html>`;
  const slow = 'b ~ i ~ i';

  test('keep the summary when they are to find the article, and are named', () => {
    expect(readArticle(many, url, { selector: slow })).toEqual({ problem: 'selector-too-slow' });
  });

  test.each([
    ['next', { selector: 'main', next: `${slow} ~ i ~ a` }],
    ['remove', { selector: 'main', remove: [slow] }],
  ])('match nothing when given as "%s"', (_name, wanted) => {
    const start = performance.now();
    const reading = readArticle(many, url, wanted);
    expect(reading).toMatchObject({ next: null, article: { html: expect.stringContaining('night ferry') } });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
