import { newFeedState } from '../../store/feed-state.ts';
import { testConfig, testItem, testPicture } from '../test-paper.ts';

/** A small paper with a bit of everything, for the tests of this folder. */

export const config = testConfig(`
topics: { sea: 海, land: 陆 }
feeds:
  - { id: coast, url: "https://coast.example/feed", topics: [sea] }
  - { id: hills, url: "https://hills.example/feed", title: 山地, topics: [land, sea] }
`);
export const stored = [
  testItem({
    day: '2026-11-20',
    name: 'coast-000000000001',
    author: '林 & 海',
    categories: ['渡轮', 'a, b'],
  }),
  testItem({
    day: '2026-11-21',
    name: 'hills-000000000002',
    feed: 'hills',
    title: '“<b>” & &lt; 一样',
    picture: testPicture,
    enclosures: [{ url: 'https://hills.example/a.mp3', type: 'audio/mpeg', length: 77 }],
  }),
  testItem({ day: '2026-11-22', name: 'coast-000000000003', link: null, publishedAt: null }),
  testItem({
    ...{ day: '2026-11-22', name: 'hills-000000000004', feed: 'hills' },
    ...{ title: 'خبر من التلال', excerpt: 'جملة واحدة.', fullText: false, language: 'ar' },
  }),
];
export const states = [
  { ...newFeedState('coast', 'https://coast.example/feed'), title: '海岸', rights: '© 海岸' },
  {
    ...newFeedState('hills', 'https://hills.example/feed'),
    failure: { since: '2026-11-21T22:30:00.000Z', count: 2, code: 'x', message: 'no answer', hint: 'wait' },
  },
];
export const readBody = async ({ name }: { name: string }) =>
  `<p>“引号” &amp; <b>粗体</b> ${name} 够长的正文，不会被当成摘要。</p>`;
