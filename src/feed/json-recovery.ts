/** What could be read of a text that is no proper JSON. */
export interface RecoveredJson {
  /** The fields before the items, or null when there are no items at all. */
  feed: unknown;
  items: unknown[];
  /** Objects that could not be read. */
  lost: number;
}

/** An item longer than this is not looked for, and after so many damaged ones the search ends. */
const LONGEST_ITEM = 2_000_000;
const MOST_DAMAGED = 100;

/** Reads the items of a damaged JSON Feed one by one, so that damage costs the items it is in. */
export function recoverJsonFeed(text: string): RecoveredJson {
  const start = /"items"\s*:\s*\[/.exec(text);
  if (!start) return { feed: null, items: [], lost: 0 };
  const items: unknown[] = [];
  let lost = 0;
  let at = text.indexOf('{', start.index);
  while (at >= 0 && lost < MOST_DAMAGED) {
    const end = objectEnd(text, at);
    const item = end < 0 ? undefined : parseLoosely(text.slice(at, end));
    if (isItem(item)) {
      items.push(item);
      at = nextItem(text, end);
    } else {
      lost++;
      at = resynchronised(text, at + 1);
    }
  }
  return { feed: parseLoosely(`${text.slice(0, start.index).replace(/,\s*$/, '')}}`) ?? {}, items, lost };
}

/** Where the next object begins; -1 after the end of the list, whatever fields follow it. */
function nextItem(text: string, from: number): number {
  const gap = /[\s,]*/y;
  gap.lastIndex = from;
  gap.exec(text);
  return text[gap.lastIndex] === '{'
    ? gap.lastIndex
    : text[gap.lastIndex] === ']'
      ? -1
      : text.indexOf('{', from);
}

/** After an object that cannot be read: the next place that looks like the border of two objects. */
function resynchronised(text: string, from: number): number {
  const border = /\}\s*,\s*(?=\{)/g;
  border.lastIndex = from;
  return border.exec(text) === null ? -1 : border.lastIndex;
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
function isItem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'content_html', 'content_text', 'date_published'].some((field) => field in value);
}
