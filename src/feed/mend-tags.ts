import { isMisspelt } from './container.ts';

/** A text on its way through: the elements that are open, and where the last section of each kind ends. */
export interface Pass {
  text: string;
  open: string[];
  lastCommentEnd: number;
  lastCdataEnd: number;
  lostEntry: boolean;
  /** Whether the innermost open element holds nothing but text so far. */
  leaf: boolean;
}

/** Where a mark that begins with `<` ends, and what is written instead of it; null for the mark itself. */
export interface Mark {
  end: number;
  instead: string | null;
}

/** Deeper than this, the outermost elements are forgotten. */
const DEEPEST = 300;

function enter(open: string[], name: string): void {
  open.push(name);
  if (open.length > DEEPEST) open.shift();
}

const NAME = /<([A-Za-z_][^ \t\r\n<>/]*)/y;
const UNQUOTED_TAG = /<[A-Za-z_][^<>]*>/y;

/** A start tag: a `<` that begins none is a character, and a quote too few is put in. */
export function readStartTag(pass: Pass, at: number): Mark {
  const { text } = pass;
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[1];
  const end = name === undefined ? -1 : tagEnd(text, at + 1);
  UNQUOTED_TAG.lastIndex = at;
  const tag = end < 0 ? UNQUOTED_TAG.exec(text)?.[0] : text.slice(at, end);
  if (name === undefined || tag === undefined) return { end: at + 1, instead: '&lt;' };
  pass.leaf = !tag.endsWith('/>');
  if (pass.leaf) enter(pass.open, name);
  return { end: at + tag.length, instead: end < 0 ? closeQuote(tag) : null };
}

/** Index behind a tag whose quotes are sound, or -1. No value of an attribute has a `<` in XML. */
function tagEnd(text: string, from: number): number {
  const sign = /[<>"']/g;
  sign.lastIndex = from;
  for (let found = sign.exec(text)?.[0]; found !== undefined; found = sign.exec(text)?.[0]) {
    if (found === '>') return sign.lastIndex;
    if (found === '<') return -1;
    const quote = found === '"' ? /["<]/g : /['<]/g;
    quote.lastIndex = sign.lastIndex;
    if (quote.exec(text)?.[0] !== found) return -1;
    sign.lastIndex = quote.lastIndex;
  }
  return -1;
}

/** A tag with a quote too few, given one where the value most likely ended. */
function closeQuote(tag: string): string {
  const quote = tag.split('"').length % 2 === 0 ? '"' : "'";
  const atNextAttribute = tag.replace(
    new RegExp(`(=${quote}[^${quote}\\s]*)(\\s+[\\w:.-]+=${quote})`),
    `$1${quote}$2`,
  );
  return atNextAttribute === tag ? tag.replace(/\s*\/?>$/, (end) => quote + end) : atNextAttribute;
}

const END_TAG = /<\/([A-Za-z_][^ \t\r\n<>/]*)[^<>]*(>?)/y;

/** An end tag: one with a misspelt name, or in other capitals, ends what it was meant to end. */
export function readEndTag(pass: Pass, at: number): Mark {
  const { text, open, leaf } = pass;
  END_TAG.lastIndex = at;
  const tag = END_TAG.exec(text);
  if (!tag) return { end: at + 1, instead: '&lt;' };
  const [whole, name = '', bracket] = tag;
  const end = at + whole.length;
  const depth = depthOf(name, open);
  const last = open.at(-1) ?? '';
  pass.leaf = false;
  if (depth >= 0) {
    const opened = open[depth];
    open.length = depth;
    return { end, instead: bracket === '' || opened !== name ? `</${opened}>` : null };
  }
  // `<title>…</tilte>` and `<tilte>…</title>`: in an entry, what ends right behind a field's text is the field.
  const endsField = leaf && open.length === 2 && isEntryName(open[0] ?? '') && !isEntryName(name);
  if (isEntryName(name)) pass.lostEntry = true;
  if (endsField || isMisspelt(name, last)) {
    open.pop();
    return { end, instead: `</${last}>` };
  }
  return { end, instead: bracket === '' ? '' : null };
}

/** Where the element that a name ends is open, or -1; one in other capitals when there is none of that name. */
function depthOf(name: string, open: string[]): number {
  const exact = open.lastIndexOf(name);
  if (exact >= 0) return exact;
  const lower = name.toLowerCase();
  return open.findLastIndex((each) => each.toLowerCase() === lower);
}

function isEntryName(name: string): boolean {
  return /^(?:[\w.-]+:)?(?:item|entry)$/i.test(name);
}
