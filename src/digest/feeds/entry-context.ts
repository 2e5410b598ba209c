import type { Config } from '../../config/schema.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import type { Permalinks } from '../permalink.ts';
import type { ShownPictures } from '../shown-pictures.ts';

/** The interface words that an entry contains. */
interface EntryWords {
  /** Leads to the original. */
  original: string;
  /** Leads to the page with the whole text. */
  whole: string;
  /** Above what others tell of the same story. */
  alsoAt: string;
}

/** What is needed to make entries. */
export interface EntryContext {
  config: Config;
  links: Permalinks;
  words: EntryWords;
  /** Name of the source of an item. */
  nameOf: (item: PlacedItem) => string;
  /** What the feed of an item says of copyright or licence, or null. */
  rightsOf: (item: PlacedItem) => string | null;
  pictures: ShownPictures;
}
