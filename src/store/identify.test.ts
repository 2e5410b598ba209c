import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../feed/item.ts';
import { identify, type KnownItem } from './identify.ts';

const item = (fields: Partial<Item>): Item => ({
  id: 'g1',
  title: 'Ferry returns',
  link: 'https://quay.example/ferry',
  publishedAt: '2026-11-20T20:00:00.000Z',
  updatedAt: null,
  author: null,
  language: null,
  summary: '<p>It is back.</p>',
  content: null,
  categories: [],
  enclosures: [],
  picture: null,
  base: null,
  ...fields,
});

/** Names after each night, entries in the order of their documents; what is known is carried from night to night. */
function nights(...documents: Partial<Item>[][]) {
  const known = new Map<string, KnownItem>();
  return documents.map((entries) => {
    const items = identify('quay', entries.map(item), [...known.values()], 'https://quay.example/');
    for (const { name, traces } of items) known.set(name, { name, ...traces });
    return items.map(({ name }) => name);
  });
}
const other = { title: 'Crane moves', link: 'https://quay.example/crane', summary: '<p>It moves.</p>' };

describe('an entry is the item that was stored', () => {
  test.each([
    ['under a new guid, with the same link', { id: 'g2' }],
    ['under a new guid, with the same link and another headline', { id: 'g2', title: 'Ferry is back' }],
    ['under a new guid, with the same link and another date', { id: 'g2', publishedAt: null }],
    [
      'under a new guid, with the link on https and with a tracker',
      { id: 'g2', link: 'http://www.quay.example/ferry/?utm_source=x' },
    ],
    ['under the same guid, with another link', { link: 'https://quay.example/other' }],
    ['under the same guid, with everything else changed', { ...other }],
    [
      'with a corrected slug in guid and link',
      { id: 'https://quay.example/f', link: 'https://quay.example/f' },
    ],
    ['with a new guid and no link any more', { id: 'g2', link: null }],
  ])('%s', (_, change) => {
    const [first, second] = nights([{}], [change]);
    expect(second).toEqual(first);
  });

  test('whatever its guid says night after night', () => {
    const ids = nights(
      [{}, { ...other, id: 'h1' }],
      [{ id: 'g2' }, { ...other, id: 'h2' }],
      [{ ...other, id: 'h3' }, { id: 'g3' }],
    );
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]?.toReversed());
  });
});

describe('an entry is a new item', () => {
  test.each([
    [
      'with another guid and link, and another text',
      { id: 'g2', link: 'https://quay.example/2', summary: 'x' },
    ],
    [
      'with another guid and link, and another date',
      { id: 'g2', link: 'https://quay.example/2', publishedAt: '2026-11-21T20:00:00.000Z' },
    ],
    [
      'with another guid and the address of the site for a link',
      { ...other, id: 'g2', link: 'https://quay.example/' },
    ],
  ])('%s', (_, change) => {
    const [first, second] = nights(
      [{ ...('link' in change && change.link === 'https://quay.example/' ? { link: change.link } : {}) }],
      [change],
    );
    expect(second).not.toEqual(first);
  });

  test('when the item with its link is in the document too, under its own guid', () => {
    const [first, second] = nights(
      [{}],
      [{ link: 'https://quay.example/new' }, { ...other, id: 'g2', link: 'https://quay.example/ferry' }],
    );
    expect(second?.[0]).toBe(first?.[0]);
    expect(second?.[1]).not.toBe(first?.[0]);
  });

  test('when other entries of its document have its link', () => {
    const log = 'https://quay.example/log';
    const [first, second] = nights(
      [{ id: '1', link: log }],
      [
        { id: '2', link: log, title: 'Two', summary: 'b' },
        { id: '3', link: log, title: 'Three', summary: 'c' },
      ],
    );
    expect(second).not.toContain(first?.[0]);
    expect(new Set(second).size).toBe(2);
  });
});

test('entries of one page under guids that change are known by title, date and text', () => {
  const log = { link: 'https://quay.example/log' };
  const page = (night: string) => [
    { ...log, id: `${night}1`, title: 'One', summary: 'a' },
    { ...log, id: `${night}2`, title: 'Two', summary: 'b' },
  ];
  const [first, second] = nights(page('x'), page('y'));
  expect(second).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

test('an entry under a guid that others used keeps apart from them when the others have left', () => {
  const a = { id: 'G', link: 'https://quay.example/a', title: 'A', summary: 'a' };
  const b = { id: 'G', link: 'https://quay.example/b', title: 'B', summary: 'b' };
  // In the second night the guid is shared, so that reading the document has put links in its place.
  const [first, second, third] = nights(
    [a],
    [
      { ...a, id: a.link },
      { ...b, id: b.link },
    ],
    [b],
  );
  expect(second?.[0]).toBe(first?.[0]);
  expect(third).toEqual([second?.[1]]);
});

test('an entry without a guid keeps apart from another under its link that has left', () => {
  const log = 'https://quay.example/log';
  const a = { id: log, link: log, title: 'A', summary: 'a' };
  const b = { ...a, title: 'B', summary: 'b' };
  const [first, second, third] = nights(
    [a],
    [
      { ...a, id: 'sha256:a' },
      { ...b, id: 'sha256:b' },
    ],
    [b],
  );
  expect(second?.[0]).toBe(first?.[0]);
  expect(third).toEqual([second?.[1]]);
});

test('says what an entry was recognised by', () => {
  const known = identify('quay', [item({})], [], null).map(({ name, traces }) => ({ name, ...traces }));
  const knownBy = (change: Partial<Item>) =>
    identify('quay', [item(change)], known, null).map((entry) => entry.knownBy);
  expect(knownBy({})).toEqual(['id']);
  expect(knownBy({ id: 'g2' })).toEqual(['link']);
  expect(knownBy({ id: 'g2', link: 'https://quay.example/f' })).toEqual(['text']);
  expect(knownBy({ ...other, id: 'g2' })).toEqual([null]);
});

test('an entry that a document lists twice is one item', () => {
  expect(nights([{}, {}])[0]).toHaveLength(1);
});

describe('in any documents', () => {
  const entries = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'https://quay.example/1'),
      link: fc.constantFrom(
        null,
        'https://quay.example/',
        ...[1, 2, 3].map((n) => `https://quay.example/${n}`),
      ),
      title: fc.constantFrom('One', 'Two', 'Three'),
      publishedAt: fc.constantFrom(null, '2026-11-20T20:00:00.000Z', '2026-11-21T20:00:00.000Z'),
    }),
    { maxLength: 6 },
  );

  test('no two entries are one item, and a document that comes again changes no name', () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 4 }), (documents) => {
        const last = documents.at(-1) ?? [];
        const names = nights(...documents, last);
        for (const given of names) expect(new Set(given).size).toBe(given.length);
        expect(names.at(-1)).toEqual(names.at(-2));
      }),
      { numRuns: Number(process.env['IDENTIFY_RUNS'] ?? 100) },
    );
  });
});
