import { isMisspelt } from './container-names.ts';

/** How far the repair of a text has come: which elements are open, and where the last section of each kind ends. */
export interface MarkupState {
  text: string;
  /** Names as written, outermost first. */
  open: string[];
  lastCommentEnd: number;
  lastCdataEnd: number;
  /** Whether an entry ended that did not begin in the text. */
  lostEntry: boolean;
  /** Whether the innermost open element contains no element so far. */
  leaf: boolean;
}

/** Where a token that begins with `<` ends, and what replaces it; null when it stays as it is. */
export interface Token {
  end: number;
  instead: string | null;
  /** Whether what was repaired is complete and certain, so that the entry counts as undamaged. */
  harmless?: boolean;
}

/** How many open elements are remembered; with more, the outermost is forgotten. */
const DEEPEST = 300;

function enter(open: string[], name: string): void {
  open.push(name);
  if (open.length > DEEPEST) open.shift();
}

const NAME = /<([A-Za-z_][^ \t\r\n<>/]*)/y;
const UNQUOTED_TAG = /<[A-Za-z_][^<>]*>/y;

/** An empty link with its address after it: HTML's parsers end the element at once, because HTML's own has no content. */
const LINK_BEFORE_ADDRESS = /<link\s*(?:\/>|>\s*<\/link>)\s*(https?:\/\/[^\s<>]{1,8000})/iy;

/** Reads a start tag. A `<` that begins no tag is escaped, and a missing quote is added. */
export function readStartTag(state: MarkupState, at: number): Token {
  const { text } = state;
  LINK_BEFORE_ADDRESS.lastIndex = at;
  const link = LINK_BEFORE_ADDRESS.exec(text);
  if (link) return { end: at + link[0].length, instead: `<link>${link[1]}</link>`, harmless: true };
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[1];
  const end = name === undefined ? -1 : tagEnd(text, at + 1);
  UNQUOTED_TAG.lastIndex = at;
  const tag = end < 0 ? UNQUOTED_TAG.exec(text)?.[0] : text.slice(at, end);
  if (name === undefined || tag === undefined) return { end: at + 1, instead: '&lt;' };
  state.leaf = !tag.endsWith('/>');
  if (state.leaf) enter(state.open, name);
  return { end: at + tag.length, instead: end < 0 ? closeQuote(tag) : null };
}

/** Index after a tag in which every quote is closed, or -1. XML allows no `<` in an attribute's value. */
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

/** Adds the missing quote to a tag where the value most likely ended. */
function closeQuote(tag: string): string {
  const quote = tag.split('"').length % 2 === 0 ? '"' : "'";
  const atNextAttribute = tag.replace(
    new RegExp(`(=${quote}[^${quote}\\s]*)(\\s+[\\w:.-]+=${quote})`),
    `$1${quote}$2`,
  );
  return atNextAttribute === tag ? tag.replace(/\s*\/?>$/, (end) => quote + end) : atNextAttribute;
}

const END_TAG = /<\/([A-Za-z_][^ \t\r\n<>/]*)[^<>]*(>?)/y;

/** Reads an end tag. One that is misspelt or in another case closes the element it was meant for. */
export function readEndTag(state: MarkupState, at: number): Token {
  const { text, open, leaf } = state;
  END_TAG.lastIndex = at;
  const tag = END_TAG.exec(text);
  if (!tag) return { end: at + 1, instead: '&lt;' };
  const [whole, name = '', bracket] = tag;
  const end = at + whole.length;
  const depth = depthOf(name, open);
  const last = open.at(-1) ?? '';
  state.leaf = false;
  if (depth >= 0) {
    const opened = open[depth];
    open.length = depth;
    return { end, instead: bracket === '' || opened !== name ? `</${opened}>` : null };
  }
  // `<title>…</tilte>` and `<tilte>…</title>`: in an entry, an end tag right after a field's text closes the field.
  const endsField = leaf && open.length === 2 && looksLikeEntry(open[0] ?? '') && !looksLikeEntry(name);
  // In an open entry it is that one's own end under another name.
  if (looksLikeEntry(name) && !open.some(looksLikeEntry)) state.lostEntry = true;
  if (endsField || isMisspelt(name, last)) {
    open.pop();
    return { end, instead: `</${last}>` };
  }
  return { end, instead: bracket === '' ? '' : null };
}

/** Index of the innermost open element of a name, or -1. The case of letters counts only if it decides between two. */
function depthOf(name: string, open: string[]): number {
  const exact = open.lastIndexOf(name);
  if (exact >= 0) return exact;
  const lower = name.toLowerCase();
  return open.findLastIndex((each) => each.toLowerCase() === lower);
}

/** Whether a name as written, with any prefix, is that of an entry. */
function looksLikeEntry(name: string): boolean {
  return /^(?:[\w.-]+:)?(?:item|entry)$/i.test(name);
}
