import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '../../src/feed/item.ts';
import type { Agents } from './agents.ts';
import { type ArticleWanted, type FetchArticlesOptions, fetchArticles } from './articles.ts';
import { outsideAgents, startServer, type TestServer } from './fault-server.ts';
import { answer } from './faults.ts';

const sentence =
  'The lamps along the harbour wall were lit one by one, and the tide, which was late, came in. ';
const page = (body: string) =>
  `<!DOCTYPE html><html><head><title>Tide</title></head><body>${body}</body></html>`;
const article = page(
  `<nav><a href="/">Home</a></nav><main><p>${sentence.repeat(8)}</p><img src="wall.jpg"></main>`,
);
const chinese = page(
  `<meta charset="gbk"><article><p>${'潮水退去以后，码头上一个人也没有。'.repeat(20)}</p></article>`,
);
const html = { 'content-type': 'text/html' };

/** One page of an article over several, with a link to the next. */
const part = (number: number, next = `/parts-of-story/${number + 1}`) =>
  answer(
    page(
      `<main><p>Part ${number}: ${sentence.replace('tide', `tide of ${number}`).repeat(3)}</p></main><a href="${next}">${number + 1}</a>`,
    ),
    html,
  );

let server: TestServer;
let agents: Agents;
beforeAll(async () => {
  server = await startServer({
    '/article': answer(article, html),
    '/moved': (_request, response) => response.writeHead(301, { location: '/deep/article' }).end(),
    '/deep/article': answer(article, html),
    '/gbk': answer(iconv.encode(chinese, 'gbk'), html),
    '/parts': answer(page(`<p>${sentence}</p><div class="x"><p>${sentence.repeat(3)}</p></div>`), html),
    '/short': answer(page('<main><p>Soon.</p></main>'), html),
    '/paid': answer(
      page(`<main><p>${sentence.repeat(3)}</p><p>Subscribe to continue reading.</p></main>`),
      html,
    ),
    ...Object.fromEntries(
      Array.from({ length: 14 }, (_, n) => [
        n === 0 ? '/parts-of-story' : `/parts-of-story/${n + 1}`,
        part(n + 1),
      ]),
    ),
    '/broken-story': part(1, '/broken-story/2'),
    '/other-story': part(1, '/other-story/2'),
    '/other-story/2': answer(page('<div id="app"></div><script src="a.js"></script>'), html),
    '/closed': answer(page(`<main><p>${sentence}</p><p>Subscribe to continue reading.</p></main>`), html),
    '/blank': answer(page('<img src="a.jpg">'), html),
    '/application': answer(page('<div id="app"></div><script src="app.js"></script>'), html),
    '/report': answer('%PDF-1.7 1 0 obj', { 'content-type': 'application/octet-stream' }),
    '/picture': answer(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), { 'content-type': 'image/png' }),
  });
  agents = outsideAgents(server);
});
afterAll(() => Promise.all([server.close(), agents.close()]));

function item(path: string | null, change: Partial<Item> = {}): Item {
  return {
    id: path ?? 'none',
    title: 'Tide',
    link: path === null ? null : `http://paper.example${path}`,
    publishedAt: null,
    updatedAt: null,
    author: null,
    language: null,
    summary: `<p>${sentence}</p>`,
    content: null,
    categories: [],
    enclosures: [],
    picture: null,
    base: 'http://feeds.example/tide.xml',
    ...change,
  };
}

const want = (path: string | null, change: Partial<ArticleWanted> = {}): ArticleWanted => ({
  feed: 'tide',
  from: 'http://feeds.example/tide.xml',
  item: item(path),
  ...change,
});

const fetchThem = (wanted: ArticleWanted[], change: Partial<FetchArticlesOptions> = {}) =>
  fetchArticles(wanted, {
    userAgent: 'Broadsheet/1.0',
    deadlineMs: 5000,
    allowPrivateHosts: [],
    atOnce: 4,
    gapMs: 0,
    tools: { agents, sleep: async () => {} },
    ...change,
  });

describe('fetchArticles', () => {
  test('stores the article, with the base address of its links', async () => {
    const { items, issues } = await fetchThem([want('/article'), want('/moved')]);
    expect(issues).toEqual([]);
    expect(items.map(({ base }) => base)).toEqual([
      'http://paper.example/article',
      'http://paper.example/deep/article',
    ]);
    for (const { content, summary } of items) {
      expect(content).toContain('lit one by one');
      expect(content).not.toContain('Home');
      expect(summary).toBe(item(null).summary);
    }
    expect(items[1]?.content).toContain('http://paper.example/deep/wall.jpg');
    expect(server.requests.at(-1)?.headers.accept).toMatch(/^text\/html/);
  });

  test('reads pages in legacy encodings', async () => {
    const { items } = await fetchThem([want('/gbk')]);
    expect(items[0]?.content).toContain('潮水退去以后，码头上一个人也没有。');
  });

  test('takes the element that the selector of the feed names', async () => {
    const { items } = await fetchThem([want('/parts', { selector: '.x' })]);
    expect(items[0]?.content).toBe(`<div class="x"><p>${sentence.repeat(3)}</p></div>`);
  });

  test.each([
    ['/short', undefined, 'article-not-longer'],
    ['/closed', undefined, 'article-costs'],
    ['/application', undefined, 'page-empty'],
    ['/report', undefined, 'page-pdf'],
    ['/picture', undefined, 'page-picture'],
    ['/blank', undefined, 'no-article'],
    ['/parts', '.renamed', 'selector-matches-nothing'],
    ['/nowhere', undefined, 'http-404'],
  ])('keeps the summary and says why: %s', async (path, selector, code) => {
    const { items, issues } = await fetchThem([want(path, { selector })]);
    expect(items).toEqual([item(path)]);
    expect(issues).toMatchObject([{ feed: 'tide', stage: 'fetch', code }]);
  });

  test('takes the open beginning of an article that costs something, and says that it is partial', async () => {
    const { items, issues } = await fetchThem([want('/paid')]);
    expect(items[0]).toMatchObject({ partial: true, content: `<p>${sentence.repeat(3)}</p>` });
    expect(issues).toEqual([]);
  });

  describe('of an article over several pages', () => {
    const partsIn = (content: string | null | undefined) => content?.match(/Part \d+/g) ?? [];

    test('joins ten pages in their order, and says that it goes on', async () => {
      const slept: number[] = [];
      const sleep = async (milliseconds: number) => {
        slept.push(milliseconds);
      };
      const { items } = await fetchThem([want('/parts-of-story')], {
        further: { left: 20 },
        gapMs: 700,
        tools: { agents, sleep },
      });
      expect(partsIn(items[0]?.content)).toEqual(Array.from({ length: 10 }, (_, n) => `Part ${n + 1}`));
      expect(items[0]?.partial).toBe(true);
      expect(items[0]?.base).toBe('http://paper.example/parts-of-story');
      expect(slept).toEqual(Array.from({ length: 9 }, () => 700));
    });

    test('fetches no more than there is room for', async () => {
      const further = { left: 2 };
      const { items } = await fetchThem([want('/parts-of-story'), want('/parts-of-story')], {
        further,
        atOnce: 1,
      });
      expect(items.map(({ content }) => partsIn(content).length)).toEqual([3, 1]);
      expect(items.map(({ partial }) => partial)).toEqual([true, true]);
      expect(further.left).toBe(0);
    });

    test('says that it goes on when the next page cannot be had, and not when that is no page of it', async () => {
      const { items, issues } = await fetchThem([want('/broken-story'), want('/other-story')], {
        further: { left: 5 },
      });
      expect(items.map(({ content }) => partsIn(content).length)).toEqual([1, 1]);
      expect(items.map(({ partial }) => partial)).toEqual([true, undefined]);
      expect(issues).toEqual([]);
    });
  });

  test('counts the pages of each kind', async () => {
    const { issues, pages } = await fetchThem([
      want('/report'),
      want('/application'),
      want('/report'),
      want('/article'),
      want(null),
    ]);
    expect(issues.map(({ message }) => message)).toEqual([
      '2 pages of this feed are PDF files, so their summaries were kept.',
      'A page of this feed is empty until a script fills it, so its summary was kept.',
    ]);
    expect(pages).toEqual(['pdf', 'empty', 'pdf', 'article', null]);
  });

  test('keeps the item when the document is no web page', async () => {
    expect((await fetchThem([want('/picture')])).items).toEqual([item('/picture')]);
  });

  test('reports each kind of issue once for a feed', async () => {
    const wanted = [want('/short'), want('/short'), want('/nowhere'), want('/short', { feed: 'other' })];
    const { issues } = await fetchThem(wanted);
    expect(issues.map(({ feed, code }) => `${feed} ${code}`)).toEqual([
      'tide article-not-longer',
      'other article-not-longer',
      'tide http-404',
    ]);
  });

  test('keeps items without a link as they are, in their place', async () => {
    const { items, issues } = await fetchThem([want(null), want('/article'), want(null)]);
    expect(items.map(({ content }) => content !== null)).toEqual([false, true, false]);
    expect(issues).toEqual([]);
  });

  test('fetches no more pages than allowed, and lets feeds take turns', async () => {
    const before = server.requests.length;
    const wanted = [
      ...Array.from({ length: 5 }, () => want('/article')),
      want('/article', { feed: 'other' }),
    ];
    const { items, issues } = await fetchThem(wanted, { most: 3 });
    expect(items.map(({ content }) => content !== null)).toEqual([true, true, false, false, false, true]);
    expect(server.requests.length - before).toBe(3);
    expect(issues).toMatchObject([{ feed: 'tide', code: 'articles-left' }]);
  });

  test('fetches no page after the deadline, and leaves the rest to the next run', async () => {
    const before = server.requests.length;
    // The time is over after the first request.
    const now = () => (server.requests.length === before ? 0 : 2000);
    const tools = { agents, sleep: async () => {}, now };
    const { outcomes, issues } = await fetchThem([want('/article'), want('/gbk'), want('/short')], {
      until: 1000,
      atOnce: 1,
      tools,
    });
    expect(outcomes).toEqual(['article', 'left', 'left']);
    expect(issues.map(({ code }) => code)).toEqual(['articles-left']);
  });

  test('sends one request at a time to the site of the articles, with a gap', async () => {
    const slept: number[] = [];
    const sleep = async (milliseconds: number) => {
      slept.push(milliseconds);
    };
    await fetchThem([want('/article'), want('/article', { feed: 'other' }), want('/article')], {
      gapMs: 800,
      tools: { agents, sleep },
    });
    expect(slept).toEqual([800, 800]);
  });

  test('asks a listed private host only for links from a listed host', async () => {
    const allowPrivateHosts = [server.host];
    const link = server.url('/article');
    const named = (from: string) => want(null, { from, item: item(null, { link }) });
    const outside = await fetchThem([named('http://feeds.example/tide.xml')], { allowPrivateHosts });
    expect(outside.issues.map(({ code }) => code)).toEqual(['private-address']);
    const inside = await fetchThem([named(server.url('/tide.xml'))], { allowPrivateHosts });
    expect(inside.outcomes).toEqual(['article']);
  });

  test('does not follow a link of a feed into the private network', async () => {
    const linked = item('/x', { link: server.url('/article') });
    const { items, issues } = await fetchThem([want(null, { item: linked })]);
    expect(items).toEqual([linked]);
    expect(issues).toMatchObject([{ code: 'private-address' }]);
  });
});
