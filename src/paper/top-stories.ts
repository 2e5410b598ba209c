import type { Story } from '../digest/edition.ts';
import { cardHeight, emptyShare } from './balance.ts';
import type { widestFrame } from './picture-size.ts';

/** Which stories stand above the sections of an edition, and how: chosen so that columns end together. */

export type PictureSize = 'large' | 'small';

/** A story and the size of its picture. */
export interface Shown {
  story: Story;
  picture: PictureSize | null;
}

const COLUMNS = 3;
const TOP = { least: 5, most: 9 };
/** When fewer stories than this remain, they join the top instead of making sections. */
const FEW = 4;

/** The address of a story's picture, if it may be shown, and the widest frame that it fills. */
export type PictureOf = (story: Story) => { url: string; widest: ReturnType<typeof widestFrame> } | undefined;

/**
 * Takes the number of next stories that leaves the least empty space below the columns; all of them when few would
 * remain.
 */
export function topOf(lead: Story, others: readonly Story[], pictureOf: PictureOf): Shown[] {
  const few = others.length < TOP.most + FEW;
  const counts = few
    ? [others.length]
    : Array.from({ length: TOP.most - TOP.least + 1 }, (_, index) => TOP.least + index);
  const heights = heightsOf(others.slice(0, Math.max(...counts)));
  let best: { top: Shown[]; cost: number } = { top: [], cost: Number.POSITIVE_INFINITY };
  for (const count of counts) {
    for (const top of layouts(lead, others.slice(0, count), pictureOf)) {
      const cost = costOf(top, heights, pictureOf);
      if (cost < best.cost) best = { top, cost };
    }
  }
  return best.top;
}

type Heights = ReadonlyMap<Story, (picture: PictureSize | null) => number>;

function heightsOf(stories: readonly Story[]): Heights {
  return new Map(
    stories.map((story) => {
      const [none, small, large] = ([null, 'small', 'large'] as const).map((size) => cardHeight(story, size));
      return [story, (size) => (size === null ? none : size === 'small' ? small : large) ?? 0];
    }),
  );
}

/** How far a choice is from the ideal: no empty space below columns, and as many large pictures as columns. */
function costOf(top: readonly Shown[], heightOf: Heights, pictureOf: PictureOf): number {
  const heights = top.map(({ story, picture }) => heightOf.get(story)?.(picture) ?? 0);
  const large = top.filter(({ picture }) => picture === 'large').length;
  const pictures = top.filter(
    ({ story, picture }) => picture !== null && fillsColumn(story, pictureOf),
  ).length;
  const missing = Math.min(COLUMNS, pictures) - large;
  return emptyShare(heights, 3) + emptyShare(heights, 2) / 2 + missing / 20;
}

/** The possible choices of large pictures. A picture that several stories share is shown once. */
function* layouts(lead: Story, stories: readonly Story[], pictureOf: PictureOf): Generator<Shown[]> {
  const seen = new Set([pictureOf(lead)?.url]);
  const pictured: Story[] = [];
  for (const story of stories) {
    const url = pictureOf(story)?.url;
    if (url !== undefined && !seen.has(url)) pictured.push(story);
    seen.add(url);
  }
  const wide = pictured.filter((story) => fillsColumn(story, pictureOf));
  for (const large of choices(wide, COLUMNS)) {
    yield stories.map((story) => ({
      story,
      picture: large.includes(story) ? 'large' : pictured.includes(story) ? 'small' : null,
    }));
  }
}

const fillsColumn = (story: Story, pictureOf: PictureOf): boolean => pictureOf(story)?.widest !== 'none';

/** All choices of at most `most`, each in the order of `all`. */
function choices<T>(all: readonly T[], most: number): T[][] {
  let chosen: T[][] = [[]];
  for (const one of all) {
    chosen = [...chosen, ...chosen.filter((some) => some.length < most).map((some) => [...some, one])];
  }
  return chosen;
}
