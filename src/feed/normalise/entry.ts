import { languageOf, languageTag } from '../../text/language.ts';
import { oneLine } from '../../text/one-line.ts';
import { textOfHtml } from '../../text/text-of-html.ts';
import { baseAddress } from '../../text/url.ts';
import { contentId } from '../identity.ts';
import type { DocumentOrigin, FeedInfo, Item } from '../item.ts';
import { attribute, firstText, type RawElement } from '../raw-element.ts';
import { authors } from './authors.ts';
import { bodies } from './bodies.ts';
import { categories } from './categories.ts';
import { entryDates } from './dates.ts';
import { enclosures } from './enclosures.ts';
import { episode } from './episode.ts';
import { givenId } from './ids.ts';
import { entryLink } from './links.ts';
import { picture, pictures } from './pictures.ts';
import { givenTitle, title as titleOf } from './titles.ts';

/** What an entry inherits from its document. */
export interface EntryContext {
  feed: RawElement;
  info: FeedInfo;
  origin: DocumentOrigin;
  /** Address that links without a base of their own are resolved against, or null. */
  base: string | null;
}

/** One entry as an item: each field is read by the file of its name in this folder. */
export function itemOf(entry: RawElement, { feed, info, origin, base: outer }: EntryContext): Item {
  const declared = attribute(entry, 'base') ?? attribute(feed, 'base');
  const link = entryLink(entry, declared ?? outer);
  // Publishers copy texts from the article's page, with addresses relative to that page.
  const base = declared ?? baseAddress(link) ?? baseAddress(outer);
  const { summary, content } = bodies(entry, base);
  const html = content ?? summary;
  const files = enclosures(entry, base);
  const when = entryDates(entry, origin.timeZone, languageOf(givenTitle(entry) ?? '', info.language));
  const known = givenId(entry, declared ?? outer) ?? link ?? files[0]?.url ?? null;
  const beside = pictures(entry, feed, base);
  const { title, untitled } = titleOf(entry, html, [
    beside.find(({ alt }) => alt !== null)?.alt ?? null,
    fileName(files.find(({ type }) => !/^image/i.test(type ?? ''))?.url),
    [info.title, when.publishedAt?.slice(0, 10)].filter(Boolean).join(' · '),
    link === null ? null : new URL(link).host,
  ]);
  const told = episode(entry, base);
  return {
    id: known ?? contentId(html ? textOfHtml(html) || html : `${title}\n${when.publishedAt}`),
    title,
    link,
    ...when,
    ...authors(entry, feed),
    language: language(entry, title, html, { info, origin }),
    summary,
    content,
    categories: categories(entry),
    enclosures: files,
    picture: picture(entry, base),
    ...(told === null ? {} : { episode: told }),
    ...(beside.length > 0 && { pictures: beside }),
    ...(untitled && { untitled }),
    base,
  };
}

/** The configured language; else that of the entry or the feed, unless the script of the text contradicts it. */
function language(
  entry: RawElement,
  title: string,
  html: string | null,
  { info, origin }: Pick<EntryContext, 'info' | 'origin'>,
): string | null {
  const configured = languageTag(origin.language);
  if (configured !== null) return configured;
  const own = languageTag(firstText(entry, 'core:language', 'dc:language') ?? attribute(entry, 'lang'));
  // A title in another script than Latin shows the language by itself; one in Latin may be a name in any language.
  const isTelling = html === null || /[\u0370-\uffff]/.test(title);
  const sample = isTelling ? title : `${title} ${textOfHtml(html.slice(0, 2000), 100)}`;
  return languageOf(sample, own ?? info.language);
}

export function isBlank(entry: RawElement): boolean {
  return (
    entry.text.trim() === '' &&
    Object.keys(entry.children).length === 0 &&
    Object.keys(entry.attributes).length === 0
  );
}

/** The name of a file: the last part of its address, without its extension; null for a number or a hash. */
function fileName(address: string | undefined): string | null {
  const path = address === undefined ? '' : new URL(address).pathname;
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{2,5}$/, '');
  try {
    const words = oneLine(decodeURIComponent(name));
    return /\p{L}{3}/u.test(words) && !/^[\da-f_-]{8,}$/i.test(words) ? words : null;
  } catch {
    return null;
  }
}
