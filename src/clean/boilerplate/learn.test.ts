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

/** Different articles with the same lines around them. */
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
  test('a fresh feed learns from its first document', () => {
    expect(words(learn(null, lessons(6, { after: footer })))).toEqual([
      'More feeds:',
      'https://feeds.example',
    ]);
  });

  test('four items are too few', () => {
    expect(words(learn(null, lessons(4, { after: footer })))).toEqual([]);
  });

  test('less than a third of the items is too little', () => {
    const promo = '<p>Become a member of the Friends of the Lorn Herald today and read on.</p>';
    const items = [...lessons(30, {}), ...lessons(9, { after: promo }, 50)];
    expect(words(learn(null, items))).toEqual([]);
    expect(words(learn(null, [...items, ...lessons(12, { after: promo }, 80)]))).toHaveLength(1);
  });

  test('a closing box with links needs a tenth of the items only', () => {
    const items = [...lessons(35, {}), ...lessons(5, { after: footer }, 50)];
    expect(words(learn(null, items))).toEqual(['More feeds:', 'https://feeds.example']);
  });

  test('the same document night after night counts once', () => {
    const items = lessons(4, { after: footer });
    const first = learn(null, items);
    expect(learn(first, items)).toBe(first);
    expect(learn(learn(first, items.toReversed()), items)).toEqual(first);
  });

  test('what was learned stays when the feed drops it', () => {
    const first = learn(null, lessons(6, { after: footer }));
    const later = learn(first, lessons(100, {}, 100));
    expect(words(later)).toEqual(words(first));
  });

  test('furniture that begins later is learned, whatever the archive behind it', () => {
    let state: Learned | null = null;
    for (let night = 0; night < 20; night += 1) state = learn(state, lessons(20, {}, night * 20));
    expect(words(state)).toEqual([]);
    state = learn(state, lessons(10, { after: footer }, 900));
    expect(words(state)).toHaveLength(2);
  });

  test('dates and years differ, the line is the same', () => {
    const items = lessons(6, {}).map((item, index) => ({
      ...item,
      html: `${item.html}<p>© ${2015 + index} Lorn Herald, all rights reserved, printed on 0${index + 1}/12/2020.</p>`,
    }));
    expect(words(learn(null, items))).toHaveLength(1);
  });

  test('figures that differ are news', () => {
    const items = lessons(8, {}).map((item, index) => ({
      ...item,
      html: `${item.html}<p>The Lorn index closed at ${23_000 + 17 * index} points that evening.</p>`,
    }));
    expect(words(learn(null, items))).toEqual([]);
  });

  test('a line of nothing but a date is no furniture', () => {
    const items = lessons(8, { before: '<p>Wed, 01 Jul 2020 12:00:00 GMT</p>' });
    expect(words(learn(null, items))).toEqual([]);
  });

  test('the mark of a footnote is no furniture, though every article has the same', () => {
    const after = '<p>It rained.<a href="#footnote-1">1</a></p><p><a href="#footnote-anchor-1">1</a></p>';
    expect(words(learn(null, lessons(6, { after })))).toEqual(['It rained.']);
  });

  test('the title of the item is a place-holder', () => {
    const items = lessons(6, {}).map((item, index) => ({
      ...item,
      html: `${item.html}<p>The post <a href="https://paper.example/${index}">${item.title}</a> appeared first on
        <a href="https://paper.example/">Lorn Herald</a>.</p>`,
    }));
    const learned = learn(null, items);
    expect(words(learned).every((text) => text.startsWith('The post'))).toBe(true);
    expect(words(learned)).not.toEqual([]);
  });

  test('the background of a running story is its own', () => {
    const background = '<p>The Vellmar dam broke in March and drowned two villages below it.</p>';
    const items = lessons(8, { after: background }).map((item, index) => ({
      ...item,
      title: `Vellmar dam: day ${index}, ${item.title}`,
    }));
    expect(words(learn(null, [...items, ...lessons(8, {}, 20)]))).toEqual([]);
  });

  test('a word that all titles have belongs to no article alone', () => {
    const promo = '<p>The Lorn Herald is made by its readers, every day of the year.</p>';
    const items = lessons(8, { after: promo }).map((item) => ({ ...item, title: `Herald: ${item.title}` }));
    expect(words(learn(null, items))).toHaveLength(1);
  });

  test('an article issued again does not count again', () => {
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

  test('captions and credits under pictures are never counted', () => {
    const picture =
      '<p><img src="https://pictures.example/1.jpg"></p><p>Photograph by the Lorn Picture Agency</p>';
    expect(words(learn(null, lessons(8, { before: picture, after: picture })))).toEqual([]);
  });

  test('the state is small and fits its schema after years of nights', () => {
    let state: Learned | null = null;
    for (let night = 0; night < 60; night += 1)
      state = learn(state, lessons(40, { after: footer }, night * 40));
    expect(learnedSchema.safeParse(state).error).toBeUndefined();
    expect(JSON.stringify(state).length).toBeLessThan(16_000);
  });

  test('survives JSON, leaves its input alone and fits its schema on any input', () => {
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

  test('adds what an archive teaches to what pulls have taught, once', () => {
    const both = withArchive(pulled, archive);
    expect(words(both)).toEqual([...words(archive), ...words(pulled)].sort());
    expect(both?.items).toEqual(pulled.items);
    expect(withArchive(both, archive)).toEqual(both);
    expect(learnedSchema.parse(both)).toEqual(both);
  });

  test('either may be missing', () => {
    expect(withArchive(null, archive)).toBe(archive);
    expect(withArchive(pulled, null)).toBe(pulled);
  });
});
