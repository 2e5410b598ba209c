import { all, type RawElement } from '../raw.ts';
import { textOfHtml } from '../text.ts';
import { plainOf } from './markup.ts';

/** Where an entry's title is looked for, in this order. */
const TITLES = ['core:title', 'dc:title', 'dcterms:title', 'itunes:title', 'media:title'];
const LONGEST = 500;
const WORDS = 80;

/** An entry's title, else the first words of its text, else its link, else its id: never empty. */
export function title(entry: RawElement, html: string | null, link: string | null, id: string): string {
  const given = givenTitle(entry);
  if (given) return given;
  const text = html ? textOfHtml(html, WORDS * 4) : '';
  return firstWords(text) || link || id;
}

export function givenTitle(parent: RawElement): string | null {
  for (const element of [...all(parent, ...TITLES), ...groupTitles(parent)]) {
    const plain = plainOf(element);
    if (plain) return plain.slice(0, LONGEST);
  }
  return null;
}

function groupTitles(parent: RawElement): RawElement[] {
  return all(parent, 'media:group', 'media:content').flatMap((group) => all(group, 'media:title'));
}

/** The beginning of a text, cut between sentences or words, with an ellipsis when something is missing. */
function firstWords(text: string): string {
  if (text.length <= WORDS) return text;
  const sentence = /^.{12,80}?[.!?。！？](?=\s|[^\s\w])/u.exec(text)?.[0];
  if (sentence) return sentence;
  const cut = text.slice(0, WORDS).replace(/\s+\S*$/, '');
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
