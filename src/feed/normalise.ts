import { httpUrl } from '../text/url.ts';
import type { DocumentOrigin, FeedInfo, Item } from './item.ts';
import { channel } from './normalise/channel.ts';
import { type EntryContext, isBlank, itemOf } from './normalise/entry.ts';
import { distinctIds, lastingIds } from './normalise/ids.ts';
import { outerBase } from './normalise/links.ts';
import type { RawDocument, RawElement } from './raw-element.ts';

/** Normalises a whole document. `origin` is where it came from. */
export function normalise({ feed, entries }: RawDocument, origin: DocumentOrigin): Normalised {
  const normaliser = new Normaliser(feed, origin);
  normaliser.add(entries);
  return normaliser.finish();
}

/** A feed with its items in the document's order; `failed` counts the entries that could not be read. */
export interface Normalised {
  feed: FeedInfo;
  items: Item[];
  failed: number;
}

/**
 * How many characters the items of one document may have in all. Relative addresses can grow a thousandfold when they
 * are made absolute, so the size of the document is no limit. Entries after that count as unreadable.
 */
const MOST_CHARACTERS = 100_000_000;

/**
 * Turns parsed elements into a feed and its items: first the feed, then the entries as they are parsed. Blank entries
 * are left out.
 */
export class Normaliser {
  readonly #context: EntryContext;
  readonly #items: Item[] = [];
  #characters = 0;
  #failed = 0;

  constructor(feed: RawElement, origin: DocumentOrigin) {
    const base = outerBase(feed, httpUrl(origin.base));
    this.#context = { feed, info: channel(feed, origin), origin, base };
  }

  add(entries: readonly RawElement[]): void {
    for (const entry of entries) {
      if (this.#characters > MOST_CHARACTERS) {
        this.#failed++;
        continue;
      }
      try {
        if (!isBlank(entry)) this.#keep(itemOf(entry, this.#context));
      } catch {
        this.#failed++;
      }
    }
  }

  #keep(item: Item): void {
    this.#items.push(item);
    this.#characters += sizeOf(item);
  }

  finish(): Normalised {
    return {
      feed: this.#context.info,
      items: lastingIds(distinctIds(this.#items)),
      failed: this.#failed,
    };
  }
}

/** How many characters an item has in the fields that absolute addresses can make long. */
function sizeOf({ id, link, summary, content, enclosures, picture }: Item): number {
  const texts = [id, link, summary, content, picture?.url, ...enclosures.map(({ url }) => url)];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
