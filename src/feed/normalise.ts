import { languageOf, languageTag } from '../text/language.ts';
import { oneLine } from '../text/text.ts';
import { textOfHtml } from '../text/text-of-html.ts';
import { baseAddress, httpUrl } from '../text/url.ts';
import { contentId } from './identity.ts';
import type { DocumentOrigin, FeedInfo, Item } from './item.ts';
import { author } from './normalise/authors.ts';
import { bodies } from './normalise/bodies.ts';
import { categories } from './normalise/categories.ts';
import { channel } from './normalise/channel.ts';
import { entryDates } from './normalise/dates.ts';
import { enclosures } from './normalise/enclosures.ts';
import { distinctIds, givenId, lastingIds } from './normalise/ids.ts';
import { entryLink as linkOf, outerBase } from './normalise/links.ts';
import { picture } from './normalise/pictures.ts';
import { title as titleOf } from './normalise/titles.ts';
import { attribute, firstText, type RawDocument, type RawElement } from './raw.ts';

/** What an entry inherits from its document. */
interface Around {
  feed: RawElement;
  info: FeedInfo;
  facts: DocumentOrigin;
  base: string | null;
}

/** A document whose entries are all there, normalised. */
export function normalise({ feed, entries }: RawDocument, facts: DocumentOrigin): Normalised {
  const normaliser = new Normaliser(feed, facts);
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
 * Characters that the items of one document may hold. Addresses made absolute may be a thousand times as long as
 * they stand in the document, so that its own size bounds nothing; entries beyond count as unreadable.
 */
const MOST_CHARACTERS = 100_000_000;

/**
 * Elements as the publisher wrote them, read into the feed and its items: the feed's own part first, then the entries
 * as they come. Entries without any content are left out.
 */
export class Normaliser {
  readonly #around: Around;
  readonly #items: Item[] = [];
  #characters = 0;
  #failed = 0;

  constructor(feed: RawElement, facts: DocumentOrigin) {
    const base = outerBase(feed, httpUrl(facts.base));
    this.#around = { feed, info: channel(feed, facts), facts, base };
  }

  add(entries: readonly RawElement[]): void {
    for (const entry of entries) {
      if (this.#characters > MOST_CHARACTERS) {
        this.#failed++;
        continue;
      }
      try {
        if (!isBlank(entry)) this.#keep(item(entry, this.#around));
      } catch {
        this.#failed++;
      }
    }
  }

  #keep(found: Item): void {
    this.#items.push(found);
    this.#characters += sizeOf(found);
  }

  finish(): Normalised {
    return {
      feed: this.#around.info,
      items: lastingIds(distinctIds(this.#items)),
      failed: this.#failed,
    };
  }
}

function item(entry: RawElement, { feed, info, facts, base: outer }: Around): Item {
  const declared = attribute(entry, 'base') ?? attribute(feed, 'base');
  const link = linkOf(entry, declared ?? outer);
  // Texts are copied from the article's page, with the addresses as they stand there.
  const base = declared ?? baseAddress(link) ?? baseAddress(outer);
  const { summary, content } = bodies(entry, base);
  const html = content ?? summary;
  const files = enclosures(entry, base);
  const when = entryDates(entry, facts.timeZone);
  const known = givenId(entry, declared ?? outer) ?? link ?? files[0]?.url ?? null;
  const title = titleOf(entry, html, [
    link,
    fileName(files[0]?.url),
    when.publishedAt?.slice(0, 10) ?? null,
    info.title,
  ]);
  return {
    id: known ?? contentId(html ? textOfHtml(html) || html : `${title}\n${when.publishedAt}`),
    title,
    link,
    ...when,
    author: author(entry, feed),
    language: language(entry, title, html, { info, facts }),
    summary,
    content,
    categories: categories(entry),
    enclosures: files,
    picture: picture(entry, base),
    base,
  };
}

/** By configuration, else the entry's, else the feed's, unless its script tells otherwise. */
function language(
  entry: RawElement,
  title: string,
  html: string | null,
  { info, facts }: Pick<Around, 'info' | 'facts'>,
): string | null {
  const configured = languageTag(facts.language);
  if (configured !== null) return configured;
  const own = languageTag(firstText(entry, 'core:language', 'dc:language') ?? attribute(entry, 'lang'));
  // A title beyond Latin tells its script by itself; a Latin one may be a name in any language.
  const isTelling = html === null || /[\u0370-\uffff]/.test(title);
  const sample = isTelling ? title : `${title} ${textOfHtml(html.slice(0, 2000), 100)}`;
  return languageOf(sample, own ?? info.language);
}

/** Characters in the fields of an item that addresses can make long. */
function sizeOf({ id, link, summary, content, enclosures, picture }: Item): number {
  const texts = [id, link, summary, content, picture?.url, ...enclosures.map(({ url }) => url)];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function isBlank(entry: RawElement): boolean {
  return (
    entry.text.trim() === '' &&
    Object.keys(entry.children).length === 0 &&
    Object.keys(entry.attributes).length === 0
  );
}

/** What a file is called: the last part of its address, without its extension. */
function fileName(address: string | undefined): string | null {
  const path = address === undefined ? '' : new URL(address).pathname;
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{2,5}$/, '');
  try {
    return oneLine(decodeURIComponent(name)) || null;
  } catch {
    return name || null;
  }
}
