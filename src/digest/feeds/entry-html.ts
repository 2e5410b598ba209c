import { direction } from '../../feed/language.ts';
import type { PlacedItem } from '../stored-item.ts';
import type { EntryFacts } from './entry.ts';
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
export function entryHtml(entry: EntryBody, facts: EntryFacts): string {
  const { lead, others, html, whole, rights } = entry;
  const { links, words, config } = facts;
  const page = links.absolute(links.item(lead));
  return [
    `<p>${sourceLink(lead, facts)}</p>`,
    inItsDirection(html, lead.language, config.site.language),
    whole ? '' : restOf(entry, facts),
    others.length === 0 ? '' : `<p>${xmlEscape(words.alsoAt)}</p>\n${itemList(others, facts)}`,
    `<p>${[link(page, config.site.title), xmlEscape(rights ?? '')].filter(Boolean).join(' · ')}</p>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Where the rest of the article is: on our page, else with the source. */
function restOf({ lead, wholeOnPage }: EntryBody, { links, words }: EntryFacts): string {
  if (wholeOnPage) return `<p>${link(links.absolute(links.item(lead)), words.whole)}</p>`;
  const original = originalOf(lead);
  return original === null ? '' : `<p>${link(original, words.original)}</p>`;
}

/** The name of an item's source, linked to the original where there is one. */
export function sourceLink(item: PlacedItem, { nameOf }: Pick<EntryFacts, 'nameOf'>): string {
  const original = originalOf(item);
  return original === null ? xmlEscape(nameOf(item)) : link(original, nameOf(item));
}

/** Source and headline of each item: the source leads to the original, the headline to our page. */
export function itemList(
  items: readonly PlacedItem[],
  { links, nameOf }: Pick<EntryFacts, 'links' | 'nameOf'>,
): string {
  const lines = items.map((item) => {
    const headline = link(links.absolute(links.item(item)), item.title);
    return `<li dir="auto">${sourceLink(item, { nameOf })} · ${headline}</li>`;
  });
  return `<ul>\n${lines.join('\n')}\n</ul>`;
}

export function link(address: string, text: string): string {
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
