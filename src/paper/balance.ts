import type { Story } from '../digest/edition.ts';
import { anglesOf } from './angles.ts';

/** Estimates the height of cards and how evenly they fill columns, well enough to choose a layout. */

/** Sizes of the style sheet at full width, in rem. */
const COLUMN = 22;
const TITLE = { size: 1.3, line: 1.82, most: 5 };
const EXCERPT = { size: 1.06, line: 1.86, most: 3 };
const LARGE_PICTURE = (COLUMN * 2) / 3 + 0.6;
const SMALL_PICTURE = { width: 8.5, height: 5.8 };
/** How many headlines of other sources a card lists; a link leads to the rest. */
const OTHER = { size: 0.94, line: 1.4, most: 2, gap: 0.4, source: 6, shown: 3 };
const OTHERS_ABOVE = 1.5;
/** Height of padding, rule, and the line with source and time. */
const REST = 4;

/** The height of a story's card in rem. */
export function cardHeight(story: Story, picture: 'large' | 'small' | null): number {
  const { title, excerpt } = story.lead;
  const width = picture === 'small' ? COLUMN - SMALL_PICTURE.width : COLUMN;
  const text = lines(title, width, TITLE) + lines(excerpt, width, EXCERPT);
  const beside = picture === 'small' ? Math.max(text, SMALL_PICTURE.height) : text;
  return REST + beside + othersHeight(story) + (picture === 'large' ? LARGE_PICTURE : 0);
}

function othersHeight(story: Story): number {
  const tellings = anglesOf(story).slice(1);
  if (tellings.length === 0) return 0;
  const shown = tellings.slice(0, OTHER.shown);
  const titles = shown.map(({ item }) => lines(item.title, COLUMN - OTHER.source, OTHER) + OTHER.gap);
  const more = tellings.length > shown.length ? OTHER.line : 0;
  return OTHERS_ABOVE + titles.reduce((sum, height) => sum + height, more);
}

function lines(text: string, width: number, { size, line, most }: typeof TITLE): number {
  return Math.min(most, Math.ceil((widthOf(text) * size) / width)) * line;
}

/** The smallest share of empty space below columns that are filled in order; 0 when all columns end together. */
export function emptyShare(heights: readonly number[], columns: 2 | 3): number {
  const upTo = [0];
  for (const height of heights) upTo.push((upTo.at(-1) ?? 0) + height);
  const total = upTo.at(-1) ?? 0;
  if (total === 0) return 0;
  let tallest = total;
  for (const [first, one] of upTo.entries()) {
    for (const two of columns === 2 ? [total] : upTo.slice(first)) {
      tallest = Math.min(tallest, Math.max(one, two - one, total - two));
    }
  }
  return 1 - total / (columns * tallest);
}

/** Width in ems: one for a wide character such as Han, about half for any other. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(
      character,
    )
      ? 1
      : 0.5;
  return width;
}
