import type { PlacedItem } from '../../store/stored-item.ts';
import { direction } from '../../text/language.ts';
import { listedTellings } from '../tellings.ts';
import type { EntryContext } from './entry-context.ts';
import type { FeedStory } from './feed-story.ts';
import { feedAddress, xmlAttribute, xmlEscape } from './xml-text.ts';

export interface EntryBody extends FeedStory {
  /** What is shown of the article, sanitised. */
  html: string;
  /** Whether `html` is the whole article. */
  whole: boolean;
  /** Whether our page has the whole article. */
  wholeOnPage: boolean;
  rights: string | null;
}

/**
 * The HTML of an entry, in this order: the source, linked to the original; the article; a link to the rest of it; the
 * story as others tell it, and more of it by the same source; the paper, with the rights of the source.
 */
export function entryHtml(entry: EntryBody, context: EntryContext): string {
  const { lead, others, html, whole, rights } = entry;
  const { links, words, config } = context;
  const page = links.absolute(links.item(lead));
  const { byOthers, byItself } = listedTellings(lead, others, (item) => item);
  return [
    `<p>${sourceLink(lead, context)}</p>`,
    inItsDirection(html, lead.language, config.site.language),
    whole ? '' : restOf(entry, context),
    listUnder(words.alsoAt, byOthers, context),
    listUnder(context.nameOf(lead), byItself, context),
    `<p>${[linkHtml(page, config.site.title), xmlEscape(rights ?? '')].filter(Boolean).join(' · ')}</p>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function listUnder(heading: string, items: readonly PlacedItem[], context: EntryContext): string {
  return items.length === 0 ? '' : `<p>${xmlEscape(heading)}</p>\n${itemListHtml(items, context)}`;
}

/** The link to the rest of the article: on our page, otherwise at the source. */
function restOf({ lead, wholeOnPage }: EntryBody, { links, words }: EntryContext): string {
  if (wholeOnPage) return `<p>${linkHtml(links.absolute(links.item(lead)), words.whole)}</p>`;
  const original = originalOf(lead);
  return original === null ? '' : `<p>${linkHtml(original, words.original)}</p>`;
}

/** The name of an item's source, linked to the original where there is one. */
export function sourceLink(item: PlacedItem, { nameOf }: Pick<EntryContext, 'nameOf'>): string {
  const original = originalOf(item);
  return original === null ? xmlEscape(nameOf(item)) : linkHtml(original, nameOf(item));
}

/** A list of items: each source links to the original, each headline to our page. */
export function itemListHtml(
  items: readonly PlacedItem[],
  { links, nameOf }: Pick<EntryContext, 'links' | 'nameOf'>,
): string {
  const lines = items.map((item) => {
    const headline = linkHtml(links.absolute(links.item(item)), item.title);
    return `<li dir="auto">${sourceLink(item, { nameOf })} · ${headline}</li>`;
  });
  return `<ul>\n${lines.join('\n')}\n</ul>`;
}

export function linkHtml(address: string, text: string): string {
  return `<a href="${xmlAttribute(address)}">${xmlEscape(text)}</a>`;
}

function originalOf(item: PlacedItem): string | null {
  return feedAddress(item.link);
}

/** Marks text whose direction differs from the paper's, because readers mix entries of several directions. */
function inItsDirection(html: string, language: string | null, ofPaper: string): string {
  const way = direction(language);
  return html === '' || way === direction(ofPaper)
    ? html
    : `<div dir="${way}" lang="${xmlAttribute(language ?? '')}">\n${html}\n</div>`;
}
