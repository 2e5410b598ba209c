import type { PlacedItem } from '../../src/store/stored-item.ts';
import { gibberish } from './invented-items.ts';

/** An edition of real size: 250 stories of ten sources, with pictures of every shape. */

const feeds = ['coast', 'hills', 'ferry', 'tide', 'lamp', 'quay', 'reef', 'sound', 'strait', 'wharf'];
const topics = ['world', 'trade', 'science'];

export const largeDay = '2026-11-22';
export const largeConfig = `
site: { title: 海岸报, tagline: 每天一张, timeZone: Asia/Shanghai, mostOfFeed: 1000 }
topics: { world: 天下, trade: 商贸, science: 格物 }
pictures: { fallback: none }
feeds:
${feeds.map((id, index) => `  - { id: ${id}, url: "https://${id}.example/feed", title: ${gibberish('zh', index + 70, 4)}, topics: [${topics[index % 3]}] }`).join('\n')}
`;

/** What the pictures of the edition are like, in turn; null is an item without a picture. */
const pictures: readonly ((Partial<NonNullable<PlacedItem['picture']>> & { file: string }) | null)[] = [
  { file: 'wide.jpg', width: 1200, height: 675 },
  { file: 'unknown.jpg' },
  null,
  { file: 'tall.jpg', width: 600, height: 900 },
  { file: 'w:310/p:16x9/small.jpg' },
  { file: 'failing.jpg', width: 1200, height: 800 },
  null,
  { file: 'small-300x200.jpg' },
];

/** Headlines of the stories that several sources tell, and how many tell each. */
const told: readonly [title: string, tellers: number][] = [
  ['渡轮公司宣布头班船改在清晨五点开出 鱼市提前一小时', 6],
  ['灯塔管理员宋砚禾退休 三十年只缺勤过一天', 5],
  ['测潮井读数偏了九厘米 三份报告要重写', 4],
  ['港口扩建工程环评公听会吵到半夜', 3],
];

export function largeEdition(stories = 250): { item: PlacedItem; body: string }[] {
  const several = told.flatMap(([title, tellers], story) =>
    Array.from({ length: tellers }, (_, teller) => itemOf(story * 20 + teller, title)),
  );
  const single = Array.from({ length: stories - told.length }, (_, index) =>
    itemOf(200 + index, gibberish('zh', index + 1, 14 + ((index * 7) % 14))),
  );
  return [...several, ...single];
}

function itemOf(index: number, title: string): { item: PlacedItem; body: string } {
  const feed = feeds[index % feeds.length] ?? '';
  const name = `${feed}-${(index * 2654435761).toString(16).padStart(12, '0').slice(-12)}`;
  const at = new Date(Date.parse(`${largeDay}T05:00:00+08:00`) - index * 180_000).toISOString();
  const shape = pictures[index % pictures.length] ?? null;
  const picture = shape && {
    ...{ url: `https://${feed}.example/${index}/${shape.file}`, alt: null },
    ...{ width: shape.width ?? null, height: shape.height ?? null },
  };
  const item: PlacedItem = {
    ...{ day: largeDay, name, title, feed, id: name, link: `https://${feed}.example/${index}` },
    ...{ publishedAt: at, firstSeenAt: at, updatedAt: null, author: null, language: 'zh-Hans' },
    ...{ excerpt: gibberish('zh', index + 5000, 80), categories: [], picture, enclosures: [] },
    ...{ minutes: 1 + (index % 4), fullText: true, earlierTitles: [], removed: [], signature: '' },
  };
  const img = picture ? `<figure><img src="${picture.url}" alt="" /></figure>` : '';
  return { item, body: `<p>${title}。</p>${img}<p>${gibberish('zh', index + 9000, 300)}。</p>` };
}
