import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../clean/pipeline.ts';
import { processorTime } from '../test-processor-time.ts';
import { acceptFullText, type ExtractedArticle, extractArticle } from './full-text.ts';
import { paywallNoticeAt } from './paywall.ts';

interface Expected {
  url: string;
  title: string;
  teaser: string;
  /** Passages of the article, and file names of its pictures. */
  keeps: string[];
  /** What stands around it. */
  drops: string[];
  accepted: boolean;
}

const folder = new URL('./fixtures/full-text/', import.meta.url);
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
    const article = extractArticle(html, expected.url);
    if (!article) throw new Error('no article found');
    expect(article.title).toBe(expected.title);
    expect(acceptFullText(expected.teaser, article)).toBe(expected.accepted);
    if (!expected.accepted) return;
    const cleaned = cleanedText(article.html, expected);
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

  test('leaves a page of too many elements alone, unless it is told where to look', () => {
    const html = `<article>${prose.repeat(3)}</article>${'<i>x</i>'.repeat(21_000)}`;
    expect(extractArticle(html, url)).toBeNull();
    expect(extractArticle(html, url, { selector: 'article' })).not.toBeNull();
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

describe('acceptFullText', () => {
  const sentence = 'The ferry came in late and nobody minded. ';
  const article = (text: string, change: Partial<ExtractedArticle> = {}): ExtractedArticle => ({
    html: `<p>${text}</p>`,
    title: null,
    costs: false,
    ...change,
  });

  test('wants more than the teaser has', () => {
    expect(acceptFullText(null, article(sentence))).toBe(true);
    expect(acceptFullText(`<p>${sentence}</p>`, article(sentence))).toBe(false);
    expect(acceptFullText(sentence, article(sentence.repeat(2)))).toBe(true);
  });

  test('counts a Chinese character as more than a letter', () => {
    expect(acceptFullText('a'.repeat(30), article('潮水退去以后码头上一个人也没有'))).toBe(true);
  });

  test('refuses a list of links', () => {
    expect(
      acceptFullText(null, article(`<a href="/1">${sentence}</a><a href="/2">${sentence}</a>and more`)),
    ).toBe(false);
  });

  test('refuses what ends in a notice, however long', () => {
    expect(acceptFullText(null, article(`${sentence.repeat(80)}Subscribe to continue reading.`))).toBe(false);
    expect(
      acceptFullText(null, article(`${'潮水退去以后。'.repeat(300)}本文为付费文章，订阅后继续阅读全文。`)),
    ).toBe(false);
  });

  test('refuses the short open part of a page that costs something, and takes the whole of one', () => {
    expect(acceptFullText(null, article(sentence.repeat(5), { costs: true }))).toBe(false);
    expect(acceptFullText(null, article(sentence.repeat(60), { costs: true }))).toBe(true);
  });

  test('takes an article about paywalls', () => {
    const quoting = `${sentence.repeat(40)}The sign said "subscribe to continue reading". ${sentence.repeat(40)}`;
    expect(acceptFullText(null, article(quoting, { costs: true }))).toBe(true);
  });

  test('knows a page whose own data says that it costs something', () => {
    const script =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree": "False"}</script>';
    const found = extractArticle(`${script}<main><p>${sentence.repeat(8)}</p></main>`, 'https://a.example/');
    expect(found?.costs).toBe(true);
  });
});

describe('paywallNoticeAt', () => {
  test.each([
    'Subscribe to continue reading',
    'Log in to read the full story',
    'To keep reading, please subscribe.',
    'This article is only available to subscribers',
    'This post is for paid subscribers',
    'Already a subscriber? Log in',
    'You have reached your monthly limit of free articles',
    'You’ve used all your free articles',
    'Get unlimited access for 1 crown',
    'This content is for members only',
    '订阅后继续阅读全文',
    '登录后即可阅读全文',
    '开通会员，阅读全部文章',
    '本文为付费内容',
    '此文章为会员专享',
    '剩余 3260 字，订阅后可读',
    '您的免费阅读次数已用完',
    '阅读全文请先登录',
    '訂閱後繼續閱讀全文',
    '加入會員即可閱讀全文',
    '本文為訂閱者專屬文章',
    '已是會員？請登入',
    '繼續閱讀，請先登入',
  ])('knows %s', (notice) => expect(paywallNoticeAt(`潮水 tide. ${notice}`)).toBeGreaterThan(0));

  test.each([
    'Subscribe to our newsletter',
    'Sign up for five stories a week',
    'He decided to subscribe and read on.',
    'Members of the committee read the article.',
    'Leave a comment. You must be logged in to post.',
    '欢迎订阅我们的每日简报',
    '登录后可以发表评论',
    '他成为会员已有三年，常去阅读室。',
    '本文作者是一位会员',
    '歡迎訂閱電子報',
    '剩余三公里路程还没有修通',
    '阅读全文',
  ])('lets %s be', (text) => expect(paywallNoticeAt(text)).toBe(-1));
});
