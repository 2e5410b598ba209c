import { describe, expect, test } from 'vitest';
import { cleanItem } from '../clean/clean-item.ts';
import type { Item } from '../feed/item.ts';
import type { ExtractOptions } from './article.ts';
import { readArticle } from './read-article.ts';
import { withArticle } from './with-article.ts';

const url = 'https://orrin.example/news/night-ferry';
const sentences = [
  'The night ferry is back on the river, with new lamps and the old captain, and it takes four minutes.',
  'It left the southern landing stage at ten past midnight, as it has since the bridge was closed.',
  'Eleven passengers were on board, one of them with a bicycle that nobody would admit to owning.',
  'The refit took six weeks and cost less than the council had feared when the engine was opened.',
];
const prose = sentences.map((sentence) => `<p>${sentence}</p>`);
const page = (inner: string, head = '') =>
  `<html lang="en"><head><title>Night ferry resumes</title>${head}</head><body><nav><a href="/">Home</a></nav>${inner}<footer>Orrin Herald</footer></body></html>`;

const item: Item = {
  id: '1',
  title: 'Night ferry resumes',
  link: url,
  publishedAt: null,
  updatedAt: null,
  author: null,
  language: null,
  summary: 'The night ferry is back.',
  content: null,
  categories: [],
  enclosures: [],
  picture: null,
  base: null,
};

/** The item as it would be stored. */
function stored(html: string, options: ExtractOptions = {}) {
  const reading = readArticle(html, url, { title: item.title, teaser: item.summary, ...options });
  if ('problem' in reading) throw new Error(reading.problem);
  const found = { html: reading.article.html, facts: reading.facts, isPartial: reading.isBeginning, url };
  return cleanItem(withArticle(item, found), { id: 'orrin' }, null);
}

describe('text that is easily lost', () => {
  test('keeps a paragraph that is one link', () => {
    const link =
      '<p><a href="https://records.example/refit">The report on the refit, with all the bills</a></p>';
    const { body } = stored(page(`<main>${prose[0]}${link}${prose.slice(1).join('')}</main>`));
    expect(body).toContain('The report on the refit');
  });

  test('keeps a list of links in which each says something beside its link', () => {
    const list = ['lamps', 'engine', 'rudder'].map(
      (part) =>
        `<li><a href="https://records.example/${part}">The new ${part}</a>, made at the works in the valley and tested for three nights, cost more than all the tickets of a year.</li>`,
    );
    const { body } = stored(
      page(`<article>${prose.join('')}<ul>${list.join('')}</ul>${prose[0]}!</article>`),
    );
    expect(body.match(/tested for three nights/g)).toHaveLength(3);
  });

  test('keeps the base of ruby that is hidden from those who listen', () => {
    const ruby =
      '<p>船は<ruby><rb aria-hidden="true">汐見橋</rb><rt>しおみばし</rt></ruby>の<ruby><span aria-hidden="true">南</span><rt>みなみ</rt></ruby>から出る。夜の渡し船が戻ってきた。新しい灯りと、前と同じ船長と。</p>';
    const { body } = stored(
      page(
        `<main>${ruby.repeat(1)}<p>十一人が乗っていた。ひとりは自転車を連れていたが、持ち主だと認める者はいなかった。</p></main>`,
      ),
    );
    expect(body).toContain('汐見橋');
    expect(body).toContain('南');
  });

  test('keeps the parts of an article that stand in sections of their own', () => {
    const section = (text: string) => `<section class="block"><div class="inner">${text}</div></section>`;
    const { body } = stored(
      page(`<main>${prose.map(section).join('<div class="ad">Advertisement</div>')}</main>`),
    );
    for (const sentence of sentences) expect(body).toContain(sentence);
  });

  test('keeps lines that are parted by line breaks alone', () => {
    const { body } = stored(page(`<div id="c"><div>${sentences.join('<br><br>')}</div></div>`));
    for (const sentence of sentences) expect(body).toContain(sentence);
  });

  test('keeps quoted posts of social networks, whatever the box around them is called', () => {
    const post =
      '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>It was my bicycle.</p>— A passenger</blockquote></div>';
    const { body } = stored(page(`<main>${prose[0]}${post}${prose.slice(1).join('')}</main>`));
    expect(body).toContain('It was my bicycle.');
  });

  test('keeps a recipe for cookies', () => {
    const steps = ['Beat the butter', 'Fold in the flour', 'Roll out the dough', 'Bake at 180 degrees'].map(
      (step) =>
        `<p>${step} until the cookies are as pale as the lamps on the quay, and let them rest for ten minutes.</p>`,
    );
    const { body } = stored(page(`<div class="a"><h1>Ferry cookies</h1>${steps.join('')}</div>`));
    for (const step of steps) expect(body).toContain(step);
  });

  test('keeps the article of few words below which readers wrote many', () => {
    const comments = Array.from(
      { length: 30 },
      (_, n) =>
        `<li class="comment"><p>Remark number ${n}: I took the night ferry once, in the fog, and I would not do it again for ${n} crowns.</p></li>`,
    );
    const { body } = stored(
      page(`<main>${prose.join('')}</main><ol class="comment-list">${comments.join('')}</ol>`),
    );
    expect(body).toContain(sentences[3]);
    expect(body).not.toContain('Remark number');
  });

  test('keeps the posts of a forum, where there is no article beside them', () => {
    const posts = sentences.map(
      (text) =>
        `<div class="reply"><b>Ida</b><div class="text">${text} ${text.replace('the', 'that')}</div></div>`,
    );
    const { body } = stored(page(`<div class="discussion">${posts.join('')}</div>`));
    for (const sentence of sentences) expect(body).toContain(sentence);
  });

  test('keeps an article that is hidden until a script shows it', () => {
    const { body } = stored(
      page(
        `<main>${prose[0]}<p>Read on:</p><div hidden style="color: red; display: none">${prose.slice(1).join('')}</div></main>`,
      ),
    );
    for (const sentence of sentences) expect(body).toContain(sentence);
  });

  test('keeps the list at the end of an article, and its heading', () => {
    const list =
      '<h2>What to bring</h2><ul><li>A lamp</li><li>Two crowns</li></ul><h2>More news</h2><ul><li><a href="/a">Baker wins the race</a></li><li><a href="/b">Council lowers fees</a></li></ul>';
    const { body } = stored(page(`<div class="x">${prose.join('')}${list}</div>`));
    expect(body).toContain('What to bring');
    expect(body).toContain('Two crowns');
    expect(body).not.toMatch(/More news|Baker wins/);
  });

  test('keeps links to other sites as the references that they are', () => {
    const list = ['Report on the refit of the night ferry', 'Timetables of the river towns since 1900'].map(
      (title, n) => `<li><a href="https://records.example/${n}">${title}</a></li>`,
    );
    const { body } = stored(
      page(
        `<div class="x">${prose.join('')}<ul>${list.join('')}</ul>${prose[0]?.replace('four', 'five')}</div>`,
      ),
    );
    expect(body).toContain('Report on the refit');
  });

  test('keeps a list of the best of something, whose entries lead to other sites', () => {
    const entries = sentences.map(
      (text, n) =>
        `<div class="entry"><h3><a href="https://shop${n}.example/">The lamp of maker ${n}</a></h3><p>${text}</p></div>`,
    );
    const { body } = stored(
      page(`<div class="x"><p>We held all of them over the water for a night.</p>${entries.join('')}</div>`),
    );
    for (const sentence of sentences) expect(body).toContain(sentence);
  });

  test.each(['Anzeige', 'ADVERTISEMENT', 'Partager :', '（广告）', 'シェアする', '12 Kommentare', 'Реклама'])(
    'drops the label %j between paragraphs',
    (label) => {
      const { body } = stored(
        page(`<div class="x">${prose[0]}<div>${label}</div>${prose.slice(1).join(`<p>${label}</p>`)}</div>`),
      );
      expect(body).not.toContain(label);
      for (const sentence of sentences) expect(body).toContain(sentence);
    },
  );

  test('drops links to other pages that follow each other among the paragraphs, and the label over them', () => {
    const links = ['Baker wins the race', 'Council lowers the fees', 'A winter without ice'].map(
      (title, n) => `<p><a href="/news/${n}">${title}</a></p>`,
    );
    const { body } = stored(
      page(
        `<div class="x">${prose[0]}<p>You may also like...</p>${links.join('')}${prose.slice(1).join('')}</div>`,
      ),
    );
    expect(body).not.toMatch(/Baker|Council lowers|also like/);
    for (const sentence of sentences) expect(body).toContain(sentence);
  });

  test('shows the caption of a series once, and each of its pictures', () => {
    const series = [1, 2, 3].map(
      (n) =>
        `<figure><img src="/p/${n}.jpg"><figcaption>Passengers of the night ferry, seen from the quay</figcaption></figure>`,
    );
    const { body } = stored(
      page(`<div class="x">${prose[0]}${series.join('')}${prose.slice(1).join('')}</div>`),
    );
    expect(body.match(/Passengers of/g)).toHaveLength(1);
    expect(new Set(body.match(/p\/\d\.jpg/g)).size).toBe(3);
  });

  test('keeps a line that an article repeats', () => {
    const refrain = '<p>And still the ferry does not come, and the lamps burn down along the quay.</p>';
    const { body } = stored(page(`<div class="x">${prose.join(refrain)}</div>`));
    expect(body.match(/And still/g)).toHaveLength(3);
  });

  test('drops what stands below other pages, as a notice does', () => {
    const cards = [1, 2, 3].map(
      (n) =>
        `<div><h3><a href="/news/${n}">Another story of the river ${n}</a></h3><p>It begins as this one does, and ends elsewhere.</p></div>`,
    );
    const { body } = stored(
      page(
        `<div class="a"><div class="b">${prose.join('')}</div><div class="c">${cards.join('')}</div><div class="d"><p>All rights to lamps and ferries are with the river board, which answers letters.</p></div></div>`,
      ),
    );
    expect(body).not.toMatch(/river board|Another story/);
    expect(body).toContain(sentences[3]);
  });

  test('keeps an article whose names say only how it is filed or in which state its page is', () => {
    const names = 'post-77 type-post hentry category-ads tag-related has-sidebar modal-enabled';
    const others = sentences
      .map((text, n) => `<p>${text} ${'And so it went on, night after night.'.repeat(6)} ${n}</p>`)
      .join('');
    const { body } = stored(
      page(
        `<article class="${names}">${prose.join('')}</article><div class="x"><ul><li>${others}</li></ul></div>`,
      ),
    );
    expect(body).toContain(sentences[3]);
  });

  test('takes the open beginning of an article that costs something, and says that it is not all', () => {
    const notice =
      '<div class="wall"><h2>Subscribe to continue reading</h2><p>This article is for subscribers only.</p></div>';
    const { body, fullText } = stored(page(`<main>${prose.join('')}${notice}</main>`));
    expect(fullText).toBe(false);
    expect(body).toContain(sentences[3]);
    expect(body).not.toMatch(/[Ss]ubscribe/);
  });

  test('keeps what the configuration wants kept, and drops what it wants dropped', () => {
    const box =
      '<aside class="timetable"><p>Every night at ten past midnight, from the southern landing stage.</p></aside>';
    const html = page(
      `<main>${prose[0]}<p class="plea">Write to us about the ferry, we read all letters with joy.</p>${prose.slice(1).join('')}${box}</main>`,
    );
    expect(stored(html).body).not.toContain('Every night at ten');
    const { body } = stored(html, { keep: ['.timetable'], remove: ['.plea'] });
    expect(body).toContain('Every night at ten');
    expect(body).not.toContain('Write to us');
  });

  test.each([
    ['scripts', `<script>${'var a = "<p>x</p>";'.repeat(60_000)}</script>`],
    ['styles', `<style>${'.a { color: red }\n'.repeat(70_000)}</style>`],
    ['comments', `<!--${' a comment '.repeat(110_000)}-->`],
    ['pictures written out', `<img src="data:image/png;base64,${'A'.repeat(1_200_000)}">`],
  ])('finds the article behind a megabyte of %s', (_name, ballast) => {
    expect(ballast.length).toBeGreaterThan(1_000_000);
    expect(stored(page(`${ballast}<main>${prose.join('')}</main>`)).body).toContain(sentences[3]);
  });
});

describe('text that no element shows', () => {
  const body = sentences.join('\n');

  test('is taken from structured data', () => {
    const data = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Night ferry resumes',
      articleBody: `${body}\nFares: 2 < 3.`,
    };
    const { body: html } = stored(
      page('<div id="app"></div>', `<script type="application/ld+json">${JSON.stringify(data)}</script>`),
    );
    expect(html.match(/<p>/g)).toHaveLength(5);
    expect(html).toContain('2 &lt; 3');
  });

  test.each([
    ['HTML', { title: 'Night ferry resumes', body: prose.join('') }],
    [
      'a list of paragraphs',
      { headline: 'Night ferry resumes', content: sentences.map((text) => ({ type: 'text', text })) },
    ],
  ])('is taken from the data of a script: %s', (_name, article) => {
    const state = JSON.stringify({
      props: { page: { article, related: [{ title: 'Other', body: `${body} ${body}` }] } },
    });
    const script = `<script id="__STATE__" type="application/json">${state}${' '.repeat(500)}</script>`;
    const { body: html } = stored(page('<div id="app">Loading</div>', script));
    for (const sentence of sentences) expect(html).toContain(sentence);
  });

  test('does not take the place of what the page shows', () => {
    const data = { '@type': 'NewsArticle', articleBody: `Another text altogether. ${body}` };
    const { body: html } = stored(
      page(
        `<main>${prose.join('')}${prose[0]}</main>`,
        `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      ),
    );
    expect(html).not.toContain('Another text altogether');
  });
});

describe('pictures', () => {
  const picture = (markup: string) =>
    stored(page(`<main>${prose[0]}${markup}${prose.slice(1).join('')}</main>`));

  test.each([
    [
      'data-lazy-srcset',
      '<img src="data:image/gif;base64,R0" data-lazy-srcset="/p/small.jpg 400w, /p/ferry.jpg 1400w">',
    ],
    ['data-lazy-src', '<img src="/grey.gif" data-lazy-src="/p/ferry.jpg">'],
    [
      'noscript behind a placeholder',
      '<img class="lazy" src="https://static.example/grey.gif"><noscript><img src="/p/ferry.jpg"></noscript>',
    ],
    ['noscript alone', '<noscript><img src="/p/ferry.jpg" alt=""></noscript>'],
    ['data-original', '<img src="/img/blank.png" data-original="/p/ferry.jpg">'],
    [
      'a source of a picture',
      '<picture><source srcset="/p/ferry.jpg 1400w"><img src="data:image/gif;base64,R0"></picture>',
    ],
  ])('are found by %s', (_name, markup) => {
    const { body, picture: lead } = picture(markup);
    expect(body).toContain('src="https://orrin.example/p/ferry.jpg"');
    expect(body.match(/<img/g)).toHaveLength(1);
    expect(lead?.url).toBe('https://orrin.example/p/ferry.jpg');
  });
});

describe('what the feed does not say', () => {
  const head = `<meta property="og:image" content="/p/shared.jpg"><meta name="author" content="A. Marsh">
    <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Orrin"},{"@type":["NewsArticle"],"author":[{"@type":"Person","name":"Ida Marsh"},{"name":"Tom Reed"}],"datePublished":"2026-11-27T06:10:00+01:00"}]}</script>`;
  const read = (
    given: Partial<Item>,
    from = page(`<main>${prose.join('')}</main>`, head),
    timeZone?: string,
  ) => {
    const reading = readArticle(from, url);
    if ('problem' in reading) throw new Error(reading.problem);
    const found = { html: reading.article.html, facts: reading.facts, isPartial: false, url };
    return withArticle({ ...item, ...given }, found, timeZone);
  };

  test('is taken from the page', () => {
    expect(read({})).toMatchObject({
      author: 'Ida Marsh, Tom Reed',
      publishedAt: '2026-11-27T05:10:00.000Z',
      language: 'en',
      picture: { url: 'https://orrin.example/p/shared.jpg', width: null, height: null, alt: null },
    });
  });

  test('is never taken over what the feed says', () => {
    const given: Partial<Item> = {
      author: 'The desk',
      publishedAt: '2026-11-26T00:00:00.000Z',
      language: 'cy',
      picture: { url: 'https://orrin.example/f.jpg', width: 1, height: 1, alt: '' },
    };
    expect(read(given)).toMatchObject(given);
  });

  test('is read from microdata', () => {
    const html = `<html lang="de"><head><title>Night ferry resumes</title></head><body><article itemscope itemtype="https://schema.org/Article"><span itemprop="author" itemscope><a itemprop="name">Ida Marsh</a></span><time itemprop="datePublished" datetime="2026-11-27 06:10">today</time>${prose.join('')}</article></body></html>`;
    expect(read({}, html, 'Asia/Shanghai')).toMatchObject({
      author: 'Ida Marsh',
      publishedAt: '2026-11-26T22:10:00.000Z',
      language: 'de',
      picture: null,
    });
  });

  test.each(['https://x.example/logo.png', '/img/default-share.jpg', 'javascript:1'])(
    'leaves %s alone',
    (address) => {
      const html = page(`<main>${prose.join('')}</main>`, `<meta property="og:image" content="${address}">`);
      expect(read({}, html).picture).toBeNull();
    },
  );
});
