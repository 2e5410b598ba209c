import type { PlacedItem } from '../../store/stored-item.ts';
import { direction } from '../../text/language.ts';
import type { EntryContext } from './entry-context.ts';
import type { Telling } from './telling.ts';
import { feedAddress, xmlAttribute, xmlEscape } from './xml-text.ts';

export interface EntryBody extends Telling {
  /** What is shown of the article, sanitised. */
  html: string;
  /** Whether that is the whole article. */
  whole: boolean;
  /** Whether our page has the whole article. */
  wholeOnPage: boolean;
  rights: string | null;
}

/**
 * What a reader shows of an entry: its source first, linked to the original, then the article, where the rest of
 * it is, how others tell the story, and the paper with what the source says of its rights.
 */
export function entryHtml(entry: EntryBody, facts: EntryContext): string {
  const { lead, others, html, whole, rights } = entry;
  const { links, words, config } = facts;
  const page = links.absolute(links.item(lead));
  return [
    `<p>${sourceLink(lead, facts)}</p>`,
    inItsDirection(html, lead.language, config.site.language),
    whole ? '' : restOf(entry, facts),
    others.length === 0 ? '' : `<p>${xmlEscape(words.alsoAt)}</p>\n${itemListHtml(others, facts)}`,
    `<p>${[linkHtml(page, config.site.title), xmlEscape(rights ?? '')].filter(Boolean).join(' · ')}</p>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Where the rest of the article is: on our page, else with the source. */
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

/** Source and headline of each item: the source leads to the original, the headline to our page. */
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

/** Text that runs the other way than the paper says so, for readers that show it between others. */
function inItsDirection(html: string, language: string | null, ofPaper: string): string {
  const way = direction(language);
  return html === '' || way === direction(ofPaper)
    ? html
    : `<div dir="${way}" lang="${xmlAttribute(language ?? '')}">\n${html}\n</div>`;
}
