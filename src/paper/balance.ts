import type { Story } from '../digest/edition.ts';

/** How tall a card is and how evenly cards fill columns, estimated: enough to choose among layouts. */

/** Sizes of the style sheet at full width, in rem. */
const COLUMN = 22;
const TITLE = { size: 1.3, line: 1.82, most: 5 };
const EXCERPT = { size: 1.06, line: 1.86, most: 3 };
const LARGE_PICTURE = (COLUMN * 2) / 3 + 0.6;
const SMALL_PICTURE = { width: 7.5, height: 6.8 };
const OTHER_SOURCE = 1.9;
/** Padding, rule, and the line of source and time. */
const REST = 4;

/** The height of a story's card in rem. */
export function cardHeight({ lead, others }: Story, picture: 'large' | 'small' | null): number {
  const width = picture === 'small' ? COLUMN - SMALL_PICTURE.width : COLUMN;
  const lines = (text: string, { size, line, most }: typeof TITLE) =>
    Math.min(most, Math.ceil((widthOf(text) * size) / width)) * line;
  const text = lines(lead.title, TITLE) + lines(lead.excerpt, EXCERPT) + others.length * OTHER_SOURCE;
  if (picture === 'large') return REST + text + LARGE_PICTURE;
  return REST + (picture === 'small' ? Math.max(text, SMALL_PICTURE.height) : text);
}

/** The share of empty space below three columns filled in order, at their best: 0 when they end together. */
export function emptyShare(heights: readonly number[]): number {
  const upTo = [0];
  for (const height of heights) upTo.push((upTo.at(-1) ?? 0) + height);
  const total = upTo.at(-1) ?? 0;
  if (total === 0) return 0;
  let tallest = total;
  for (const [first, one] of upTo.entries()) {
    for (const two of upTo.slice(first)) tallest = Math.min(tallest, Math.max(one, two - one, total - two));
  }
  return 1 - total / (3 * tallest);
}

/** In ems: Han and other wide characters take one, all others about half. */
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
