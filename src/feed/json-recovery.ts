import { MOST_ENTRIES } from './raw-element.ts';

/** What could be read of a text that is not valid JSON. */
export interface RecoveredJson {
  /** The fields before the items; null when the text has no list of items. */
  feed: unknown;
  items: unknown[];
  /** Objects that could not be read. */
  lost: number;
}

/** Longest item read, in characters. */
const LONGEST_ITEM = 2_000_000;
/** How often the text may be searched in all; searching stops after so many times its length. */
const MOST_PASSES = 20;

/** Reads the items of a damaged JSON Feed one by one, so that only the damaged ones are lost. */
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

/** Index of the next object that has a field, or -1. */
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

/** Parses JSON with two common mistakes: raw line breaks in strings, a comma before a closing bracket. */
function parseLoosely(text: string): unknown {
  for (const candidate of [text, withoutMistakes(text)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Try the next candidate.
    }
  }
  return undefined;
}

function withoutMistakes(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\[\s\S])*"/g, (string) => string.replace(/\p{Cc}/gu, ' '))
    .replace(/,(?=\s*[\]}])/g, '');
}

/** Whether an object is an item rather than an attachment or an author of one. */
export function isItem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'content_html', 'content_text', 'date_published'].some((field) => field in value);
}
