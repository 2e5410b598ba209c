import { escapeText } from '../../../src/text/escape.ts';
import type { InventedArticle } from '../invented/article.ts';

/** What stands around an article in its page; each text is its own. */
export interface Surroundings {
  /** Other articles of the site. */
  others: readonly InventedArticle[];
  /** Sentences for notices, comments and imprints. */
  sentences: readonly string[];
}

/** A way to build a page around the HTML of an article's paragraphs. */
export interface Layout {
  name: string;
  body: (article: InventedArticle, around: Surroundings) => string;
}

const inside = ({ paragraphs }: InventedArticle): string =>
  paragraphs.map((text) => `<p>${escapeText(text)}</p>`).join('\n');
const figure = ({ picture }: InventedArticle): string =>
  `<figure><img src="${picture.url}" width="960" height="600"></figure>`;
const headline = ({ title }: InventedArticle): string => `<h1>${escapeText(title)}</h1>`;
const links = ({ others }: Surroundings): string =>
  others.map(({ link, title }) => `<li><a href="${link}">${escapeText(title)}</a></li>`).join('');
const card = ({ link, title, paragraphs: [first = ''] }: InventedArticle, name: string): string =>
  `<div class="${name}"><h3><a href="${link}">${escapeText(title)}</a></h3><p>${escapeText(first)}</p></div>`;
const navigation = '<nav><ul><li><a href="/">Home</a></li><li><a href="/city">City</a></li></ul></nav>';
const text = (given: string | undefined): string => escapeText(given ?? '');

export const layouts: readonly Layout[] = [
  {
    name: 'elements with a meaning',
    body: (article, around) =>
      `<header>${navigation}</header><main><article>${headline(article)}<p class="byline">${text(article.author)}</p>${figure(article)}${inside(article)}</article><aside><ul>${links(around)}</ul></aside></main><footer><p>${text(around.sentences[0])}</p></footer>`,
  },
  {
    name: 'names with a meaning',
    body: (article, around) =>
      `<div id="header">${navigation}</div><div class="post">${headline(article)}<div class="entry-meta">${article.publishedAt}</div><div class="entry-content">${figure(article)}${inside(article)}</div><div class="share-buttons"><a href="#">Share</a></div></div><div id="comments">${around.sentences.map((sentence) => `<div class="comment"><b>A reader</b><p>${text(sentence)}</p></div>`).join('')}</div><div id="sidebar"><ul>${links(around)}</ul></div><div id="footer">${text(around.sentences.at(-1))}</div>`,
  },
  {
    name: 'names without a meaning',
    body: (article, around) =>
      `<div class="css-a1"><div class="css-b2">${navigation}</div><div class="css-c3">${headline(article)}<div class="css-d4">${figure(article)}<div>${inside(article)}</div></div></div><div class="css-e5">${around.others.map((other) => card(other, 'css-f6')).join('')}</div><div class="css-g7"><p>${text(around.sentences[0])}</p></div></div>`,
  },
  {
    name: 'tables',
    body: (article, around) =>
      `<table><tr><td colspan="2">${navigation}</td></tr><tr><td width="160"><ul>${links(around)}</ul></td><td><font size="5">${headline(article)}</font>${figure(article)}${article.paragraphs.map((paragraph) => `${escapeText(paragraph)}<br><br>`).join('')}</td></tr><tr><td colspan="2">${text(around.sentences[0])}</td></tr></table>`,
  },
  {
    name: 'a section for every paragraph',
    body: (article, around) =>
      `<div class="page">${navigation}<div class="story">${headline(article)}${figure(article)}${article.paragraphs.map((paragraph, index) => `<section class="block"><div><p>${escapeText(paragraph)}</p></div></section>${index % 3 === 2 ? '<div class="ad-slot">Advertisement</div>' : ''}`).join('')}</div><div class="more"><ul>${links(around)}</ul></div></div>`,
  },
  {
    name: 'a short article among long notices',
    body: (article, around) => {
      const short = { ...article, paragraphs: article.paragraphs.slice(0, 2) };
      return `<div class="cookie-banner"><p>We use cookies. ${around.sentences.map(text).join(' ')}</p></div><div class="top">${navigation}</div><div class="body">${headline(article)}${inside(short)}</div><div class="teasers">${around.others.map((other) => card(other, 'teaser')).join('')}</div><div class="site-footer"><p>${around.sentences.toReversed().map(text).join(' ')}</p></div>`;
    },
  },
  {
    name: 'a megabyte of styles and scripts',
    body: (article, around) =>
      `<style>${'.a{color:red}'.repeat(90_000)}</style><div class="wrap">${navigation}<div class="content">${headline(article)}${figure(article)}${inside(article)}</div><ul class="related">${links(around)}</ul></div><script>${'var a=1;'.repeat(20_000)}</script>`,
  },
];

export const isShort = ({ name }: Layout): boolean => name.startsWith('a short');
