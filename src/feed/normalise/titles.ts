import { cut } from '../../text/text.ts';
import { textOfHtml } from '../../text/text-of-html.ts';
import { all, type RawElement } from '../raw.ts';
import { plainOf } from './markup.ts';

/** Where an entry's title is looked for, in this order. */
const TITLES = ['core:title', 'dc:title', 'dcterms:title', 'itunes:title', 'media:title'];
const LONGEST = 500;
const WORDS = 80;

/** An entry's title, else the first words of its text, else what it is otherwise known by: never empty. */
export function title(entry: RawElement, html: string | null, otherwise: readonly (string | null)[]): string {
  const given = givenTitle(entry);
  if (given) return given;
  const text = html ? textOfHtml(html, WORDS * 4) : '';
  return firstWords(text) || (otherwise.find((text) => text !== null && text !== '') ?? '…');
}

export function givenTitle(parent: RawElement): string | null {
  for (const element of [...all(parent, ...TITLES), ...groupTitles(parent)]) {
    const plain = plainOf(element);
    if (plain) return cut(plain, LONGEST);
  }
  return null;
}

function groupTitles(parent: RawElement): RawElement[] {
  return all(parent, 'media:group', 'media:content').flatMap((group) => all(group, 'media:title'));
}

/** The first sentence of a text, else its first words, with an ellipsis when something is missing. */
function firstWords(text: string): string {
  const longest = /\p{Script=Han}/u.test(text.slice(0, WORDS)) ? WORDS / 2 : WORDS;
  if (text.length <= longest) return text;
  const sentence = new RegExp(`^.{8,${longest}}?(?:[!?。！？]|\\.(?=\\s))`, 'u').exec(text)?.[0];
  return sentence ?? `${cut(text, longest).replace(/[\s,，、;；:：]+[^\s,，、;；:：]*$/u, '')}…`;
}
