import { describe, expect, test } from 'vitest';
import type { PlacedItem } from '../store/stored-item.ts';
import { storyPicture } from './story-picture.ts';

const teller = (name: string, width?: number | null): PlacedItem =>
  ({
    name,
    picture:
      width === undefined ? null : { url: `https://${name}.example/a.jpg`, width, height: null, alt: null },
  }) as PlacedItem;
const urlOf = (lead: PlacedItem, ...others: PlacedItem[]) =>
  storyPicture({ lead, others }, ({ picture }) => picture)?.url ?? null;

describe('storyPicture', () => {
  test('is the picture of the lead, whatever its size', () => {
    expect(urlOf(teller('lead', 120), teller('other', 900))).toBe('https://lead.example/a.jpg');
  });

  test('is lent by the first other teller that has a wide one, or one of unknown width', () => {
    expect(urlOf(teller('lead'), teller('small', 120), teller('wide', 900))).toBe(
      'https://wide.example/a.jpg',
    );
    expect(urlOf(teller('lead'), teller('unknown', null))).toBe('https://unknown.example/a.jpg');
  });

  test('is none when no picture may be shown', () => {
    expect(urlOf(teller('lead'), teller('other'))).toBeNull();
    const hidden = { lead: teller('lead', 900), others: [teller('other', 900)] };
    expect(storyPicture(hidden, () => null)).toBeNull();
  });
});
