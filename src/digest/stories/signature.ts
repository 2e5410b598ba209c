import { textOfHtml } from '../../text/text-of-html.ts';
import { fingerprintLength, fingerprintOf } from './fingerprint.ts';
import { hash32 } from './hash.ts';
import { placeSign } from './places.ts';
import { termsOf } from './terms.ts';

/**
 * What grouping needs of a text, small enough for the front matter (at most 285 ASCII characters): a version, the
 * fingerprint or dashes, then terms of 18 bits each, three characters a term.
 */
const version = 'b';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const termBits = 18;
const termCharacters = 3;
/** Terms of a text that a signature has room for. */
export const mostTerms = 84;
/** Terms of the lead that are taken before those of the rest. */
const leadTerms = 52;
/** Lead and text that are read; a wide character counts two. */
const leadWidth = 400;
const textWidth = 3000;

const sameInVersionA = new Set(['zh', 'ko', 'th', 'lo', 'km', 'my']);

/** The two letters of a language tag by which its stop words and terms are known; '' for none. */
export function languageCode(tag: string | null): string {
  return tag?.slice(0, 2).toLowerCase() ?? '';
}

/** A text as its signature tells it. */
export interface TextTraits {
  fingerprint: number[] | null;
  /** Codes of its terms, what it turns on in front, those of the title left out. */
  terms: number[];
}

/** The number that stands for a term in signatures. Two terms in 262,144 share one by chance. */
export function termCode(term: string): number {
  return hash32(term) >>> (32 - termBits);
}

/**
 * The signature of an item, from its title, its whole text as plain text, and its language as a BCP 47 tag. The same
 * three always give the same signature; store it again when one of them changes.
 */
export function storySignature(title: string, text: string, language: string | null): string {
  const fingerprint = fingerprintOf(text);
  const marks = fingerprint ?? Array<number>(fingerprintLength).fill(alphabet.length - 1);
  const head = fingerprint === null ? '.' : ':';
  return (
    version +
    head +
    marks.map(character).join('') +
    tellingTerms(title, text, languageCode(language)).map(termCode).map(encode).join('')
  );
}

/** The signature of an item whose text is a cleaned body. What stands below pictures is not part of it. */
export function bodySignature(title: string, body: string, language: string | null): string {
  return storySignature(title, textOfHtml(body.replace(/<figure\b.*?<\/figure>/gs, ' ')), language);
}

/**
 * Reads a signature; null for what is none. One of version `a`, which knew no stems and no stop words, is read only
 * for languages whose terms it tells as this version does: those that are compared in pairs of characters.
 */
export function readSignature(signature: string, language: string | null): TextTraits | null {
  if (!/^[ab][.:][\w-]{32}(?:[\w-]{3})*$/.test(signature)) return null;
  if (signature.startsWith('a') && !sameInVersionA.has(languageCode(language))) return null;
  const values = [...signature.slice(2)].map((each) => alphabet.indexOf(each));
  const terms: number[] = [];
  for (let i = fingerprintLength; i < values.length; i += termCharacters) {
    terms.push(
      values.slice(i, i + termCharacters).reduce((code, value) => code * alphabet.length + value, 0),
    );
  }
  return { fingerprint: signature[1] === ':' ? values.slice(0, fingerprintLength) : null, terms };
}

/** Whether this version wrote a signature; others are to be made again. */
export function isCurrentSignature(signature: string): boolean {
  return signature.startsWith(version);
}

/** Countries first, then the lead's terms, then what the rest repeats most; none that the title has. */
function tellingTerms(title: string, text: string, language: string): string[] {
  const known = new Set(termsOf(title, language));
  const counts = new Map<string, number>();
  for (const term of termsOf(ofWidth(text, textWidth), language))
    counts.set(term, (counts.get(term) ?? 0) + 1);
  const often = (a: string, b: string) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0);
  const take = (terms: Iterable<string>, most: number) => {
    const fresh = [...new Set(terms)].filter((term) => !known.has(term)).slice(0, most);
    for (const term of fresh) known.add(term);
    return fresh;
  };
  const places = take(
    [...counts.keys()].filter((term) => term.startsWith(placeSign)),
    mostTerms,
  );
  const lead = take(termsOf(ofWidth(text, leadWidth), language).sort(often), leadTerms);
  const rest = take([...counts.keys()].sort(often), mostTerms);
  return [...places, ...lead, ...rest].slice(0, mostTerms);
}

function ofWidth(text: string, width: number): string {
  let left = width;
  for (let i = 0; i < text.length; i += 1) {
    left -= text.charCodeAt(i) > 0x2e80 ? 2 : 1;
    if (left < 0) return text.slice(0, i);
  }
  return text;
}

function encode(code: number): string {
  return character(code >>> 12) + character((code >>> 6) & 63) + character(code & 63);
}

function character(value: number): string {
  return alphabet.charAt(value);
}
