import { MOST_ENTRIES } from './segment.ts';

/** What could be read of a text that is no proper JSON. */
export interface RecoveredJson {
  /** The fields before the items, or null when there are no items at all. */
  feed: unknown;
  items: unknown[];
  /** Objects that could not be read. */
  lost: number;
}

/** An item longer than this is not looked for, and a text is gone over so many times at most. */
const LONGEST_ITEM = 2_000_000;
const MOST_PASSES = 20;

/** Reads the items of a damaged JSON Feed one by one, so that damage costs the items it is in. */
export function recoverJsonFeed(text: string): RecoveredJson {
  const named = text.indexOf('"items"');
  const start = named < 0 ? text.indexOf('[') : named;
  if (start < 0) return { feed: null, items: [], lost: 0 };
  const items: unknown[] = [];
  let lost = 0;
  let between = true;
  let effort = text.length * MOST_PASSES;
  for (let at = nextObject(text, start); at >= 0 && effort > 0 && items.length < MOST_ENTRIES; ) {
    const end = objectEnd(text, at);
    const item = end < 0 ? undefined : parseLoosely(text.slice(at, end));
    effort -= end < 0 ? Math.min(LONGEST_ITEM, text.length - at) : end - at;
    const isWhole = isItem(item);
    if (isWhole) items.push(item);
    else if (between) lost++;
    between = isWhole;
    at = nextObject(text, isWhole ? end : at + 1);
    if (isWhole && /^[\s,]*\]/.test(text.slice(end, end + 100))) break;
  }
  const head = `${text.slice(0, start).replace(/,\s*$/, '')}}`;
  return { feed: parseLoosely(head) ?? {}, items, lost };
}

/** Where an object with a field begins next, or -1. */
function nextObject(text: string, from: number): number {
  const object = /\{\s*"/g;
  object.lastIndex = from;
  return object.exec(text)?.index ?? -1;
}

/** Index after the brace that closes the one at `from`, or -1. */
function objectEnd(text: string, from: number): number {
  const mark = /["{}\\]/g;
  mark.lastIndex = from;
  let depth = 0;
  let inString = false;
  for (let match = mark.exec(text); match && match.index - from < LONGEST_ITEM; match = mark.exec(text)) {
    const [sign] = match;
    if (sign === '\\') mark.lastIndex++;
    else if (sign === '"') inString = !inString;
    else if (!inString) depth += sign === '{' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return -1;
}

/** JSON with the mistakes that people make: raw line breaks in strings, a comma before a bracket. */
function parseLoosely(text: string): unknown {
  for (const candidate of [text, mended(text)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate may do.
    }
  }
  return undefined;
}

function mended(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\[\s\S])*"/g, (string) => string.replace(/\p{Cc}/gu, ' '))
    .replace(/,(?=\s*[\]}])/g, '');
}

/** Whether an object is an item, not an attachment or an author in one. */
export function isItem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'content_html', 'content_text', 'date_published'].some((field) => field in value);
}
