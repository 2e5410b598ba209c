import { escapeText } from '../../../src/text/escape.ts';
import { type InventedArticle, inventArticle, outlet } from './article.ts';
import { dressedHtml } from './dress.ts';

/** The document that an outlet serves: its `count` newest articles of `perDay` a day, newest first. */
export function feedXml(number: number, count: number, perDay: number): string {
  const from = outlet(number);
  const articles = Array.from({ length: count }, (_, index) => inventArticle(from, index, perDay)).reverse();
  const { title, site, voice } = from;
  return number % 4 === 3
    ? atom(title, site, articles)
    : rss(title, site, voice.language, articles.map(rssItem));
}

/** A document of `count` short entries, each a headline and a sentence. */
export function longFeedXml(count: number): string {
  const from = outlet(0);
  const items = Array.from({ length: count }, (_, index) => {
    const words = `第${index}号 ${from.title}`;
    return `<item><title>${words}</title><link>${from.site}${index}</link><guid isPermaLink="false">n${index}</guid><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate><description><![CDATA[<p>${words}，${words}，${words}。</p>]]></description></item>\n`;
  });
  return rss(from.title, from.site, from.voice.language, items);
}

function rss(title: string, site: string, language: string, items: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>${escapeText(title)}</title><link>${site}</link><description>${escapeText(title)}</description><language>${language}</language>
${items.join('')}</channel></rss>
`;
}

function rssItem(article: InventedArticle): string {
  const { title, link, author, publishedAt, paragraphs } = article;
  return `<item><title>${escapeText(title)}</title><link>${link}</link><guid isPermaLink="true">${link}</guid>
<pubDate>${new Date(publishedAt).toUTCString()}</pubDate><dc:creator><![CDATA[${author}]]></dc:creator><category>news</category>
<description>${escapeText(paragraphs[0] ?? '')}</description><content:encoded><![CDATA[${dressedHtml(article)}]]></content:encoded></item>
`;
}

function atom(title: string, site: string, articles: InventedArticle[]): string {
  const entries = articles.map(
    (article) =>
      `<entry><id>${article.link}</id><title>${escapeText(article.title)}</title><link rel="alternate" href="${article.link}"/><published>${article.publishedAt}</published><updated>${article.publishedAt}</updated><author><name>${escapeText(article.author)}</name></author><content type="html">${escapeText(dressedHtml(article))}</content></entry>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${escapeText(title)}</title><id>${site}</id><link href="${site}"/><updated>${articles[0]?.publishedAt ?? ''}</updated>
${entries.join('')}</feed>
`;
}
