import { readConfig } from '../config/read.ts';
import type { Edition, Story } from '../digest/edition.ts';
import type { PlacedItem } from '../store/stored-item.ts';

/** Small papers for the tests of this folder. */

export function testConfig(text = '') {
  const read = readConfig(
    `site: { title: 海岸, timeZone: Asia/Shanghai }\n${text || 'feeds: [{ id: coast, url: "https://coast.example/feed" }]'}`,
    'digest.yaml',
  );
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  return read.config;
}

/** An item of the feed `coast`, unless `part` says otherwise; each name needs to be its own. */
export function testItem(part: Partial<PlacedItem> & { day: string; name: string }): PlacedItem {
  return {
    title: `标题 ${part.name}`,
    feed: 'coast',
    id: part.name,
    link: `https://coast.example/${part.name}`,
    publishedAt: `${part.day}T02:00:00.000Z`,
    firstSeenAt: `${part.day}T03:00:00.000Z`,
    updatedAt: null,
    author: null,
    language: 'zh-Hans',
    excerpt: '一句话。',
    categories: [],
    picture: null,
    enclosures: [],
    minutes: 2,
    fullText: true,
    signature: '',
    earlierTitles: [],
    removed: [],
    ...part,
  };
}

export const testPicture = { url: 'https://coast.example/a.jpg', width: 600, height: 400, alt: null };

/** A story of one item, unless `part` says otherwise. */
export function testStory(lead: PlacedItem, part: Partial<Story> = {}): Story {
  const others = part.others ?? [];
  const sources = new Set([lead, ...others].map(({ feed }) => feed)).size;
  return { id: lead.name, lead, others, sources, continues: null, sameArticle: [], folded: false, ...part };
}

export function testEdition(day: string, stories: Story[]): Edition {
  const items = stories.flatMap(({ lead, others }) => [lead, ...others]);
  const sources = new Set(items.map(({ feed }) => feed)).size;
  return { day, number: 1, stories, items: items.length, sources, minutes: items.length };
}
