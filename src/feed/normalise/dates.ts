import { readDate } from '../date.ts';
import { all, type RawElement } from '../raw-element.ts';

/** Elements with the date of publication, in this order. */
const PUBLISHED = [
  'core:pubdate',
  'core:published',
  'core:issued',
  'dcterms:issued',
  'dc:date',
  'dcterms:date',
  'core:date',
  'dcterms:created',
  'core:created',
  'dcterms:available',
  'dcterms:valid',
];
/** Elements with the date of the last change, in this order. */
const UPDATED = ['core:updated', 'core:modified', 'dcterms:modified', 'core:lastbuilddate', 'core:lastmod'];

/** How many elements of an entry are tried. */
const MOST = 20;

/**
 * Dates of an entry as ISO 8601 instants in UTC, or null. `timeZone` (IANA) is for dates without one, `language` for
 * abbreviations that mean several.
 */
export function entryDates(entry: RawElement, timeZone: string | undefined, language: string | null) {
  const read = (names: string[]) => readFirst(entry, names, timeZone, language);
  const published = read(PUBLISHED);
  const updated = read(UPDATED);
  return { publishedAt: published ?? updated, updatedAt: updated };
}

function readFirst(
  entry: RawElement,
  names: string[],
  timeZone: string | undefined,
  language: string | null,
): string | null {
  for (const element of all(entry, ...names).slice(0, MOST)) {
    const date = readDate(element.text, timeZone, language);
    if (date) return date;
  }
  return null;
}
