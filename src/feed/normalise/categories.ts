import { oneLine } from '../../text/one-line.ts';
import { all, attribute, type RawElement } from '../raw-element.ts';
import { plainOf } from './markup.ts';

/** Elements that hold one category each. */
const SINGLE = ['core:category', 'dc:subject', 'media:category', 'itunes:category'];
/** Elements that hold a list of categories with commas or semicolons. */
const LISTS = ['core:tags', 'core:tag', 'core:keywords', 'itunes:keywords', 'media:keywords'];
const MOST = 50;

/** The categories of an entry: plain text, without duplicates. */
export function categories(entry: RawElement): string[] {
  const found = [
    ...all(entry, ...LISTS).flatMap((element) => element.text.split(/[,;、，]/)),
    ...all(entry, ...SINGLE).flatMap(labels),
  ];
  return [...new Set(found.map(oneLine))]
    .filter((label) => label !== '' && label.length <= 200)
    .slice(0, MOST);
}

/** The label of a category, its term where that differs, and the categories inside it. */
function labels(element: RawElement): string[] {
  const label = attribute(element, 'label') ?? attribute(element, 'text') ?? plainOf(element);
  const term = attribute(element, 'term');
  const saysMore = term !== null && !/^https?:/i.test(term) && fold(term) !== fold(label ?? '');
  return [label ?? '', saysMore ? term : '', ...all(element, 'itunes:category').flatMap(labels)];
}

/** A label for comparing: lower case, letters and digits only. */
function fold(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
