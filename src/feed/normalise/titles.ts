import { cut } from '../../text/one-line.ts';
import { textOfHtml } from '../../text/text-of-html.ts';
import { all, type RawElement } from '../raw-element.ts';
import { plainOf } from './markup.ts';

/** Elements with an entry's title, in this order. */
const TITLES = ['core:title', 'dc:title', 'dcterms:title', 'itunes:title', 'media:title'];
/** Longest title, in characters. */
const LONGEST = 500;
/** Longest title made of the text, in characters; half of it for Chinese. */
const LONGEST_OF_TEXT = 80;

/** An entry's title, else the first words of its text, else the first of `otherwise`; never empty. */
export function title(entry: RawElement, html: string | null, otherwise: readonly (string | null)[]): string {
  const given = givenTitle(entry);
  if (given) return given;
  const text = html ? textOfHtml(html, LONGEST_OF_TEXT * 4) : '';
  return firstWords(text) || (otherwise.find((text) => text !== null && text !== '') ?? '…');
}

/** The title that an entry or a feed has itself, or null. */
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

/** A short text itself, else its first sentence, else its first words and an ellipsis. */
function firstWords(text: string): string {
  const longest = /\p{Script=Han}/u.test(text.slice(0, LONGEST_OF_TEXT))
    ? LONGEST_OF_TEXT / 2
    : LONGEST_OF_TEXT;
  if (text.length <= longest) return text;
  const sentence = new RegExp(`^.{8,${longest}}?(?:[!?。！？]|\\.(?=\\s))`, 'u').exec(text)?.[0];
  return sentence ?? `${cut(text, longest).replace(/[\s,，、;；:：]+[^\s,，、;；:：]*$/u, '')}…`;
}
