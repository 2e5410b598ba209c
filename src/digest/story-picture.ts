import type { PlacedItem } from '../store/stored-item.ts';
import type { Story } from './edition.ts';

/** A picture that is known to be narrower than this is too small to be lent to another article's card. */
const leastWidth = 300;

/**
 * The picture that stands for a story: its lead's, or, where that has none, the first that another teller has and that is
 * wide enough. `pictureOf` gives an item's picture as it may be shown; null when there is none to show.
 */
export function storyPicture<Picture>(
  { lead, others }: Pick<Story, 'lead' | 'others'>,
  pictureOf: (item: PlacedItem) => Picture | null,
): Picture | null {
  const wide = others.filter(({ picture }) => (picture?.width ?? leastWidth) >= leastWidth);
  for (const item of [lead, ...wide]) {
    const picture = pictureOf(item);
    if (picture !== null) return picture;
  }
  return null;
}
