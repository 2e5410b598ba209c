import { describe, expect, test } from 'vitest';
import { shownPictures } from '../digest/shown-pictures.ts';
import { layOut, topicsOf } from './edition-layout.ts';
import { testConfig, testEdition, testItem, testPicture, testStory } from './test-paper.ts';

const day = '2026-11-22';
const config = testConfig(`
topics: { world: 国际, trade: 贸易 }
feeds:
  - { id: coast, url: "https://coast.example/feed", topics: [trade] }
  - { id: hills, url: "https://hills.example/feed", topics: [科学, world] }
  - { id: harbour, url: "https://harbour.example/feed", topics: [world] }
  - { id: plain, url: "https://plain.example/feed" }
`);

const pictures = shownPictures(config, 'https://paper.example/', new Map());

const items = (
  count: number,
  feed = 'coast',
  picture: (index: number) => typeof testPicture | null = () => null,
) =>
  Array.from({ length: count }, (_, index) =>
    testStory(testItem({ day, name: `${feed}-${index}`, feed, picture: picture(index) })),
  );
const layoutOf = (...all: ReturnType<typeof items>[]) => {
  const layout = layOut(testEdition(day, all.flat()), config, pictures);
  if (layout === null) throw new Error('no layout');
  return layout;
};

describe('the layout of an edition', () => {
  test('is null without stories', () => {
    expect(layOut(testEdition(day, []), config, pictures)).toBeNull();
  });

  test('puts the first story at the top and a small rest beside it, without sections', () => {
    const layout = layoutOf(items(10));
    expect(layout.lead.id).toBe('coast-0');
    expect(layout.top).toHaveLength(9);
    expect(layout.bands).toEqual([]);
  });

  test('shows every story once, however many there are', () => {
    const { lead, top, bands } = layoutOf(items(150), items(80, 'hills'), items(70, 'plain'));
    const shown = [
      lead,
      ...top.map(({ story }) => story),
      ...bands
        .flatMap(({ sections }) => sections)
        .flatMap(({ cards, rows, folded }) => [...cards, ...rows, ...folded]),
    ].map(({ id }) => id);
    expect(shown).toHaveLength(300);
    expect(new Set(shown).size).toBe(300);
  });

  test('orders sections as the configuration orders topics, those without a topic last', () => {
    const { bands } = layoutOf(items(30), items(30, 'hills'), items(30, 'harbour'), items(30, 'plain'));
    expect(bands.flatMap(({ sections }) => sections).map(({ topic }) => topic)).toEqual([
      'world',
      'trade',
      '科学',
      null,
    ]);
  });

  test('lets small sections that follow one another share a band', () => {
    const { bands } = layoutOf(
      items(40, 'harbour'),
      items(2, 'coast'),
      items(2, 'hills'),
      items(20, 'plain'),
    );
    expect(bands.map(({ sections }) => sections.map(({ topic }) => topic))).toEqual([
      ['world'],
      ['trade', '科学'],
      [null],
    ]);
  });

  test.each([
    [[2, 3, 1], 1, 'columns', ['a', 'b', 'c', null]],
    [[2, 3, 1], 0, 'rows', ['a', 'c', 'b']],
    [[3, 2], 1, 'rows', ['a', 'b', null]],
    [[2, 2, 2], 0, 'columns', ['a', 'b', 'c']],
    [[2, 1, 2, 2], 0, 'columns', ['a', 'b', 'c', 'd']],
    [[1, 1], 1, 'columns', ['a', 'b', null]],
  ])('arranges sections of %j cards and %i without a topic in %s: %j', (counts, rest, arrangement, order) => {
    const names = ['a', 'b', 'c', 'd'];
    const many = testConfig(`
topics: { first: First, a: A, b: B, c: C, d: D }
feeds:
${['first', ...names].map((name) => `  - { id: ${name}, url: "https://${name}.example/feed", topics: [${name}] }`).join('\n')}
  - { id: plain, url: "https://plain.example/feed" }
`);
    const stories = [
      ...items(40, 'first'),
      ...counts.flatMap((count, index) => items(count, names[index])),
      ...items(rest, 'plain'),
    ];
    const layout = layOut(testEdition(day, stories), many, pictures);
    expect(
      layout?.bands.slice(1).map((band) => [band.arrangement, band.sections.map(({ topic }) => topic)]),
    ).toEqual([[arrangement, order]]);
  });

  test('folds the end of a long section', () => {
    const { bands } = layoutOf(items(100));
    expect(bands[0]?.sections[0]?.rows).toHaveLength(20);
    expect(bands[0]?.sections[0]?.folded).toHaveLength(70);
  });

  test('shows a picture that several stories share once', () => {
    const { top } = layoutOf(items(7, 'coast', () => testPicture));
    expect(top.map(({ picture }) => picture)).toEqual(Array(6).fill(null));
  });

  test('shows as many large pictures as there are columns, where they leave no holes', () => {
    const own = (index: number) => ({ ...testPicture, url: `https://coast.example/${index}.jpg` });
    const sizes = layoutOf(items(7, 'coast', own)).top.map(({ picture }) => picture);
    expect(sizes).toHaveLength(6);
    expect(sizes.filter((size) => size === 'large')).toHaveLength(3);
  });
});

describe('folded stories', () => {
  test('come last, under their source', () => {
    const flood = items(23, 'harbour').map((story) => ({ ...story, folded: true }));
    const { floods, top, bands } = layoutOf(items(4), flood);
    expect(floods.map(({ feed, stories }) => [feed, stories.length])).toEqual([['harbour', 23]]);
    expect([top.length, bands.length]).toEqual([3, 0]);
  });
});

describe('topics', () => {
  test('are those of the feeds, in the order of the configuration, then by name', () => {
    expect(topicsOf(config).all).toEqual(['world', 'trade', '科学']);
  });

  test('are shown by the name the configuration gives them', () => {
    expect([topicsOf(config).name('world'), topicsOf(config).name('科学')]).toEqual(['国际', '科学']);
  });
});
