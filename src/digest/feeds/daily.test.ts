import { getRssString } from '@astrojs/rss';
import { describe, expect, test } from 'vitest';
import type { PlacedItem } from '../../store/stored-item.ts';
import type { Edition, Story } from '../edition.ts';
import { type DailyContext, editionEntry } from './daily.ts';
import { toRssOptions } from './rss.ts';
import { strictly, testChannel, testContext, wireConfig, wireItem } from './test-feeds.ts';

const config = wireConfig();
const context: DailyContext = {
  ...testContext(config),
  topics: {
    all: ['sea', 'land'],
    of: (feed) => ({ wire: ['sea'], hills: ['land', 'sea'] })[feed] ?? [],
    name: (topic) => topic.toUpperCase(),
  },
  titleOf: ({ day, number }) => `${day} · No. ${number}`,
  tallyOf: ({ items, sources }) => `${items} articles, ${sources} sources`,
  rest: 'The rest',
};
const story = (name: string, part: Partial<PlacedItem> = {}, others: PlacedItem[] = []): Story => ({
  id: name,
  lead: { ...wireItem, name, title: `Title ${name}`, ...part },
  others,
  sources: 1,
  ...{ continues: null, sameArticle: [], folded: false },
});
const edition = (day: string, stories: Story[] = [story(`wire-${day}`)]): Edition => ({
  day,
  number: 7,
  stories,
  items: stories.length,
  sources: 2,
  minutes: 9,
});

describe('the feed of editions', () => {
  test('gives an edition a permanent guid, made from its date', () => {
    const entry = editionEntry(edition('2026-11-21'), context);
    const fuller = editionEntry(edition('2026-11-21', [story('wire-x'), story('wire-y')]), {
      ...context,
      ...testContext(config, 'https://elsewhere.example/'),
      titleOf: () => 'Another title',
    });
    expect(fuller.guid).toBe(entry.guid);
    expect(editionEntry(edition('2026-11-20'), context).guid).not.toBe(entry.guid);
  });

  test('dates an edition by its press', () => {
    expect(editionEntry(edition('2026-11-21'), context).publishedAt).toBe('2026-11-20T21:30:00.000Z');
    const berlin = {
      ...context,
      config: { ...config, site: { ...config.site, timeZone: 'Europe/Berlin', pressTime: '02:30' } },
    };
    expect(editionEntry(edition('2026-12-31'), berlin).publishedAt).toBe('2026-12-31T01:30:00.000Z');
    // The hour that comes twice, and the one that is skipped.
    expect(editionEntry(edition('2026-10-25'), berlin).publishedAt).toBe('2026-10-25T00:30:00.000Z');
    expect(editionEntry(edition('2026-03-29'), berlin).publishedAt).toBe('2026-03-29T01:00:00.000Z');
  });

  test('shows each story with its source, linked to the original, its headline and its excerpt', () => {
    const other = { ...wireItem, name: 'hills-1', feed: 'hills', title: '另一种说法' };
    const { html } = editionEntry(edition('2026-11-21', [story('wire-a', {}, [other])]), context);
    expect(html).toBe(
      [
        '<p><a href="https://name.github.io/paper/2026/11/21/">1 articles, 2 sources</a></p>',
        '<h3 dir="auto"><a href="https://name.github.io/paper/2026/11/22/wire-a/">Title wire-a</a></h3>',
        '<p dir="auto"><a href="https://wire.example/1?a=1&amp;b=2">Harbour Wire</a> · Short &amp; to the point.</p>',
        '<ul>',
        '<li dir="auto"><a href="https://wire.example/1?a=1&amp;b=2">山里人</a> · <a href="https://name.github.io/paper/2026/11/22/hills-1/">另一种说法</a></li>',
        '</ul>',
      ].join('\n'),
    );
  });

  test('puts the top stories first and the others under their topics, in the order of the paper', () => {
    const top = [1, 2, 3, 4, 5, 6, 7].map((number) => story(`wire-${number}`));
    const rest = [story('none-8', { feed: 'gone' }), story('hills-9', { feed: 'hills' }), story('wire-10')];
    const { html } = editionEntry(edition('2026-11-21', [...top, ...rest]), context);
    const lines = [...html.matchAll(/<h2>(.*?)<\/h2>|>(Title [^<]*)</g)].map(
      ([, topic, title]) => topic ?? title,
    );
    expect(lines).toEqual([
      ...top.map(({ lead }) => lead.title),
      ...['SEA', 'Title wire-10', 'LAND', 'Title hills-9', 'The rest', 'Title none-8'],
    ]);
  });

  test('shows folded stories by their headline only', () => {
    const stories = [story('wire-a'), { ...story('wire-b'), folded: true }];
    const { html } = editionEntry(edition('2026-11-21', stories), context);
    expect(html).toContain(
      '<h2>SEA</h2>\n<ul>\n<li dir="auto"><a href="https://wire.example/1?a=1&amp;b=2">Harbour Wire</a> · <a href="https://name.github.io/paper/2026/11/22/wire-b/">Title wire-b</a></li>\n</ul>',
    );
  });

  test('summarises an edition by its first headlines', () => {
    const stories = ['a', 'b', 'c', 'd'].map((name) => story(name));
    expect(editionEntry(edition('2026-11-21', stories), context).summary).toBe('Title a · Title b · Title c');
    expect(editionEntry(edition('2026-11-21', []), context).summary).toBe('2026-11-21 · No. 7');
  });

  test('is well-formed for any headlines', async () => {
    const wild = story('wire-a', { title: ']]></item>\u0000\ud800&nbsp;', excerpt: '<script>x' });
    const xml = await getRssString(
      toRssOptions(testChannel, [editionEntry(edition('2026-11-21', [wild]), context)]),
    );
    expect(strictly(xml)('content:encoded')[0]?.text).toContain('&lt;script&gt;x');
  });
});
