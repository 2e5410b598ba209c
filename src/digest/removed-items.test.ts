import { describe, expect, test } from 'vitest';
import { wireConfig, wireItem } from './feeds/test-feeds.ts';
import { guidOf } from './guid.ts';
import { withoutRemoved } from './removed-items.ts';

const items = [
  { ...wireItem, name: 'wire-000000000001', id: '1', link: 'https://wire.example/story?id=1' },
  {
    ...wireItem,
    name: 'wire-000000000002',
    id: 'https://wire.example/p/2',
    link: 'https://wire.example/live#two',
  },
  { ...wireItem, name: 'wire-000000000003', id: '3', link: 'https://wire.example/live#three' },
  { ...wireItem, name: 'wire-000000000004', id: '4', link: null },
];
/** The last digits of the items that stay when `remove` names these. */
const kept = (...remove: string[]) =>
  withoutRemoved(items, { ...wireConfig(), remove })
    .map(({ name }) => name.slice(-1))
    .join('');

describe('withoutRemoved', () => {
  test('keeps every item by default', () => {
    expect(kept()).toBe('1234');
    expect(kept('https://wire.example/', 'wire', '', 'nothing')).toBe('1234');
  });

  test('removes an item by the address of its original, in any spelling', () => {
    expect(kept('https://wire.example/story?id=1')).toBe('234');
    expect(kept(' http://www.wire.example/story/?utm_source=x&id=1 ')).toBe('234');
    expect(kept('https://wire.example/story?id=2')).toBe('1234');
  });

  test('removes one of several items on a page when the address has its fragment, else all of them', () => {
    expect(kept('https://wire.example/live#three')).toBe('124');
    expect(kept('https://wire.example/live')).toBe('14');
  });

  test('removes an item by the address of its page on any host, or by its file', () => {
    expect(kept('https://name.github.io/paper/2026/11/22/wire-000000000004/')).toBe('123');
    expect(kept('/2026/11/22/wire-000000000004/index.html')).toBe('123');
    expect(kept('src/content/items/2026/11/22/wire-000000000004.md')).toBe('123');
    expect(kept('wire-000000000004')).toBe('123');
  });

  test('removes an item by the id in its source, or by the guid in our feeds', () => {
    expect(kept('3')).toBe('124');
    expect(kept('http://wire.example/p/2')).toBe('134');
    expect(kept(guidOf('wire-000000000001'))).toBe('234');
  });
});
