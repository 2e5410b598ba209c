import type { StoredItem } from '../store/stored-item.ts';
import { canonicalLink } from '../text/url.ts';

/** A stored item and its body. */
export interface ItemWithBody {
  item: StoredItem;
  body: string;
}

/**
 * Whether two versions of an item say the same to a reader. What changes by itself does not count: a counter of views or
 * comments, the query in the address of a picture or a file, the size of a file, and what cleaning took out.
 */
export function saysTheSame(one: ItemWithBody, other: ItemWithBody): boolean {
  return content(one.item) === content(other.item) && settled(one.body) === settled(other.body);
}

/** What a reader sees of an item beside its body and what is made of that. */
function content(item: StoredItem): string {
  const { title, author, language, categories, fullText, link, picture, enclosures, publishedAt } = item;
  return JSON.stringify([
    ...[title, author, language, categories, fullText, publishedAt],
    canonicalLink(link),
    picture && [withoutQuery(picture.url), picture.width, picture.height, picture.alt],
    enclosures.map(({ url, type }) => [withoutQuery(url), type]),
  ]);
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/, '');
}

/** A cleaned body without what changes by itself. */
function settled(body: string): string {
  return body
    .replace(/<img\s[^<>]*>/g, (tag) => tag.replace(/\?[^"\s,]*/g, ''))
    .replace(/(?<=>)[^<>]{1,60}(?=<)/g, (text) => (isCounter(text) ? '' : text));
}

const WORDS = [
  'views? reads? comments? replies hits likes? shares? points?',
  'Aufrufe Kommentare? vues commentaires? vistas comentarios? visualizzazioni commenti',
  'просмотр(?:ов|ы)? комментари(?:ев|и|й) 閲覧 コメント 조회 댓글',
  '阅读 閱讀 浏览 瀏覽 点击 點擊 人气 人氣 观看 觀看 评论 評論 留言 点赞 點讚 转发 轉發 收藏',
]
  .join(' ')
  .split(' ')
  .join('|');
const NUMBER = '[\\d.,\\s]*\\d\\s?[kKmM千万萬亿億]?';
const UNIT = '[次人条條则則个個]?';
const COUNTER = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${NUMBER}\\s*${UNIT}\\s*(?:${WORDS})|(?:${WORDS})(?:[量数數]|次数|次數)?[^\\p{L}\\p{N}]*${NUMBER}\\s*${UNIT})[^\\p{L}\\p{N}]*$`,
  'iu',
);

/** Whether a text is a number with the name of what it counts, and nothing else: `1,234 views`, `阅读（1234）`. */
function isCounter(text: string): boolean {
  return /\d/.test(text) && COUNTER.test(text);
}
