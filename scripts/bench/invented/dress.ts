import { escapeText } from '../../../src/text/escape.ts';
import type { InventedArticle } from './article.ts';

/** The HTML habits of publishers: an article with the boilerplate around it. Each outlet has one. */

type Dress = (article: InventedArticle, paragraphs: string[]) => string;

/** Republished by a service that puts a timestamp above the text and an advertisement for itself below. */
const republished: Dress = ({ author, publishedAt, picture }, paragraphs) =>
  `<div><i>${author}<br>${publishedAt}</i></div><img src="${picture.url}" width="100%"><div><small style="color: #999;">${picture.caption}</small></div>${paragraphs.join('')}<br><hr><div>更多订阅：<br><a href="https://again.example" style="color:orange" target="_blank">https://again.example</a> <br></div>`;

/** A blog: a counting pixel, a picture that loads late, buttons to share, the sentence that every feed of it ends in. */
const blog: Dress = ({ link, title, picture, outlet }, paragraphs) =>
  `<img src="https://count.example/b.gif?post=${outlet.id}" width="1" height="1" alt="" style="display:none" />
<figure class="wp-caption alignnone" style="width: 960px"><img loading="lazy" class="size-full lazyload" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="${picture.url}" data-srcset="${picture.url} 960w" width="960" height="600" /><figcaption class="wp-caption-text">${picture.caption}</figcaption></figure>
${paragraphs.join('\n')}
<div class="addtoany_share_save_container"><div class="a2a_kit"><a class="a2a_button" href="https://share.example/to?url=${encodeURIComponent(link)}"></a><a class="a2a_dd" href="https://share.example/">Share</a></div></div>
<p>The post <a href="${link}?utm_source=rss&amp;utm_medium=rss">${escapeText(title)}</a> appeared first on <a href="${outlet.site}">${outlet.title}</a>.</p>`;

/** A portal: every paragraph in boxes of its own, adverts between them, a list of other articles, a script. */
const portal: Dress = ({ number, picture, outlet }, paragraphs) => {
  const boxes = paragraphs.map(
    (paragraph, index) =>
      `<div class="css-1x${index}" dir="ltr"><div class="block text">${paragraph.replace('<p>', `<p class="Paragraph-sc" style="margin:0">`)}</div></div>${index % 5 === 3 ? `<section aria-label="广告 ${index}" data-e2e="advertisement"><div class="slot" id="slot-${index}"></div></section>` : ''}`,
  );
  const others = [1, 2, 3].map(
    (step) =>
      `<li><a href="${outlet.site}a/${number + step}">${picture.caption.slice(0, 20)}${step}</a></li>`,
  );
  return `<div class="story"><figure><div class="lazyload-wrapper"><picture><source srcset="${picture.url}?w=640 640w"><img src="${picture.url}" alt="${picture.caption}"></picture></div><figcaption>${picture.caption}</figcaption></figure>${boxes.join('')}<h3>相关阅读</h3><ul class="BulletedList">${others.join('')}</ul><script>window.track&&window.track(${number})</script></div>`;
};

/** Almost no boilerplate: headings, a quotation, a table, links with tracking parameters. */
const plain: Dress = ({ link, picture }, paragraphs) => {
  const [first = '', second = '', ...rest] = paragraphs;
  return `${first}<p><a href="${link}/map?utm_campaign=feed">${picture.caption}</a></p><blockquote>${second}</blockquote><table><tr><th>1</th><th>2</th></tr><tr><td>3</td><td>4</td></tr></table><h3>·</h3>${rest.join('\n')}`;
};

const dresses = [republished, blog, portal, plain] as const;

/** An article's body as its publisher sends it. */
export function dressedHtml(article: InventedArticle): string {
  const dress = dresses[article.outlet.number % dresses.length] ?? plain;
  return dress(article, paragraphsOf(article));
}

/** An article's body as it is stored: text, and nothing around it. */
export function cleanHtml(article: InventedArticle): string {
  const { url, caption } = article.picture;
  const figure = `<figure><img src="${url}" width="960" height="600"><figcaption>${escapeText(caption)}</figcaption></figure>`;
  return [figure, ...paragraphsOf(article)].join('\n');
}

function paragraphsOf({ paragraphs }: InventedArticle): string[] {
  return paragraphs.map((text) => `<p>${escapeText(text)}</p>`);
}
