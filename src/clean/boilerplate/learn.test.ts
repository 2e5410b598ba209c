import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Learned, type Lesson, learn, learnedSchema, withArchive } from './learn.ts';

const footer = '<hr><div>More feeds:<br><a href="https://feeds.example">https://feeds.example</a></div>';
const subjects = [
  'harbour',
  'orchard',
  'glacier',
  'theatre',
  'bridge',
  'library',
  'market',
  'railway',
  'vineyard',
];

/** Different articles with the same HTML before and after each. */
function lessons(count: number, around: { before?: string; after?: string }, from = 0): Lesson[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const subject = `${subjects[number % subjects.length]} ${'xyzuvw'[number % 6]}${number}`;
    return {
      id: `tag:paper.example,2020:${number}`,
      title: `The ${subject} opens again`,
      html: `${around.before ?? ''}<p>People came to the ${subject} on the first day and found it changed.</p>
        <p>Nobody at ${subject} knows how long it will take until all work is done.</p>
        <p>The keeper of ${subject} said that he was glad about it.</p>${around.after ?? ''}`,
    };
  });
}

const words = (learned: Learned | null) =>
  Object.values(learned?.furniture ?? {})
    .map(({ text }) => text)
    .sort();

describe('learn', () => {
  test('learns from the first document of a feed', () => {
    expect(words(learn(null, lessons(6, { after: footer })))).toEqual([
      'More feeds:',
      'https://feeds.example',
    ]);
  });

  test('learns nothing from four items', () => {
    expect(words(learn(null, lessons(4, { after: footer })))).toEqual([]);
  });

  test('learns nothing from less than a third of the items', () => {
    const promo = '<p>Become a member of the Friends of the Lorn Herald today and read on.</p>';
    const items = [...lessons(30, {}), ...lessons(9, { after: promo }, 50)];
    expect(words(learn(null, items))).toEqual([]);
    expect(words(learn(null, [...items, ...lessons(12, { after: promo }, 80)]))).toHaveLength(1);
  });

  test('learns a closing box with links from a tenth of the items', () => {
    const items = [...lessons(35, {}), ...lessons(5, { after: footer }, 50)];
    expect(words(learn(null, items))).toEqual(['More feeds:', 'https://feeds.example']);
  });

  test('counts a document once however often it is pulled', () => {
    const items = lessons(4, { after: footer });
    const first = learn(null, items);
    expect(learn(first, items)).toBe(first);
    expect(learn(learn(first, items.toReversed()), items)).toEqual(first);
  });

  test('keeps what it learned when the feed drops it', () => {
    const first = learn(null, lessons(6, { after: footer }));
    const later = learn(first, lessons(100, {}, 100));
    expect(words(later)).toEqual(words(first));
  });

  test('learns boilerplate that begins after many items without it', () => {
    let state: Learned | null = null;
    for (let night = 0; night < 20; night += 1) state = learn(state, lessons(20, {}, night * 20));
    expect(words(state)).toEqual([]);
    state = learn(state, lessons(10, { after: footer }, 900));
    expect(words(state)).toHaveLength(2);
  });

  test('takes lines that differ in dates and years for the same', () => {
    const items = lessons(6, {}).map((item, index) => ({
      ...item,
      html: `${item.html}<p>© ${2015 + index} Lorn Herald, all rights reserved, printed on 0${index + 1}/12/2020.</p>`,
    }));
    expect(words(learn(null, items))).toHaveLength(1);
  });

  test('takes lines that differ in figures for news', () => {
    const items = lessons(8, {}).map((item, index) => ({
      ...item,
      html: `${item.html}<p>The Lorn index closed at ${23_000 + 17 * index} points that evening.</p>`,
    }));
    expect(words(learn(null, items))).toEqual([]);
  });

  test('does not learn a line of nothing but a date', () => {
    const items = lessons(8, { before: '<p>Wed, 01 Jul 2020 12:00:00 GMT</p>' });
    expect(words(learn(null, items))).toEqual([]);
  });

  test('does not learn the mark of a footnote', () => {
    const after = '<p>It rained.<a href="#footnote-1">1</a></p><p><a href="#footnote-anchor-1">1</a></p>';
    expect(words(learn(null, lessons(6, { after })))).toEqual(['It rained.']);
  });

  test('replaces the title of the item by a placeholder', () => {
    const items = lessons(6, {}).map((item, index) => ({
      ...item,
      html: `${item.html}<p>The post <a href="https://paper.example/${index}">${item.title}</a> appeared first on
        <a href="https://paper.example/">Lorn Herald</a>.</p>`,
    }));
    const learned = learn(null, items);
    expect(words(learned).every((text) => text.startsWith('The post'))).toBe(true);
    expect(words(learned)).not.toEqual([]);
  });

  test('does not learn the background of a running story', () => {
    const background = '<p>The Vellmar dam broke in March and drowned two villages below it.</p>';
    const items = lessons(8, { after: background }).map((item, index) => ({
      ...item,
      title: `Vellmar dam: day ${index}, ${item.title}`,
    }));
    expect(words(learn(null, [...items, ...lessons(8, {}, 20)]))).toEqual([]);
  });

  test('does not take a word that all titles have for a word of the article', () => {
    const promo = '<p>The Lorn Herald is made by its readers, every day of the year.</p>';
    const items = lessons(8, { after: promo }).map((item) => ({ ...item, title: `Herald: ${item.title}` }));
    expect(words(learn(null, items))).toHaveLength(1);
  });

  test('does not count an article that is published again', () => {
    const [item] = lessons(1, {});
    const again = Array.from({ length: 8 }, (_, index) => ({
      id: `again-${index}`,
      title: item?.title ?? '',
      html: item?.html ?? '',
    }));
    const learned = learn(null, [...again, ...lessons(4, {}, 20)]);
    expect(words(learned)).toEqual([]);
    expect(learned.seen).toBe(5);
  });

  test('never counts captions and credits under pictures', () => {
    const picture =
      '<p><img src="https://pictures.example/1.jpg"></p><p>Photograph by the Lorn Picture Agency</p>';
    expect(words(learn(null, lessons(8, { before: picture, after: picture })))).toEqual([]);
  });

  test('keeps the state small and valid after years of nights', () => {
    let state: Learned | null = null;
    for (let night = 0; night < 60; night += 1)
      state = learn(state, lessons(40, { after: footer }, night * 40));
    expect(learnedSchema.safeParse(state).error).toBeUndefined();
    expect(JSON.stringify(state).length).toBeLessThan(16_000);
  });

  test('survives JSON, does not change its input and returns a valid state for any input', () => {
    const html = fc.array(
      fc.constantFrom(
        footer,
        '<p>a <b>b',
        '</div>',
        '<img src=x>',
        '<br>',
        '&#0;',
        '文字。',
        '<a href="//x">y</a>',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), html, fc.string()), { maxLength: 12 }), (raw) => {
        const items = raw.map(([id, parts, title]) => ({ id, html: parts.join(''), title }));
        const first = learn(null, items);
        const copy = JSON.parse(JSON.stringify(first));
        const second = learn(
          first,
          items.map((item) => ({ ...item, id: `${item.id}'` })),
        );
        expect(first).toEqual(copy);
        expect(learnedSchema.parse(JSON.parse(JSON.stringify(second)))).toEqual(second);
        expect(learn(second, items)).toEqual(second);
      }),
      { numRuns: 60 },
    );
  });
});

describe('withArchive', () => {
  const promo = '<p>Become a member of the Friends of the Lorn Herald today and read on.</p>';
  const pulled = learn(null, lessons(8, { after: promo }));
  const archive = learn(null, lessons(8, { after: footer }, 50));

  test('adds what was learned from an archive to what was learned from pulls, once', () => {
    const both = withArchive(pulled, archive);
    expect(words(both)).toEqual([...words(archive), ...words(pulled)].sort());
    expect(both?.items).toEqual(pulled.items);
    expect(withArchive(both, archive)).toEqual(both);
    expect(learnedSchema.parse(both)).toEqual(both);
  });

  test('returns the one when the other is missing', () => {
    expect(withArchive(null, archive)).toBe(archive);
    expect(withArchive(pulled, null)).toBe(pulled);
  });
});
