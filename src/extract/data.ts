import { parseHtml } from '../html/parse.ts';
import { textOf } from '../html/text-of.ts';
import { bare } from './evidence.ts';
import type { WebPage } from './web-page.ts';
import { weigh } from './weight.ts';

/** Prose from which on a page shows its article itself, in letters; and how much longer the data must be where it does not. */
const enoughShown = 400;
const longerThanShown = 2;
const shortest = 300;
const bodies =
  /^(?:articlebody|body|bodytext|bodyhtml|content|contenthtml|html|text|fulltext|description|paragraphs?)$/i;
const titles = /^(?:title|headline|name|heading)$/i;
const mostObjects = 20_000;
const deepest = 30;

/**
 * The article of a page that a script shows from data: schema.org's `articleBody`, or the longest text that stands beside
 * the headline in the page's own data. As HTML; null when the page shows its article (`prose` letters of it) without.
 */
export function articleInData({ facts, data }: WebPage, prose: number): string | null {
  if (prose >= enoughShown) return null;
  const told = [facts.structured.body ?? '', ...(facts.title ? textsBeside(data, facts.title) : [])];
  const best = told.map(asHtml).reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a), '');
  return weightOf(best) >= Math.max(shortest, longerThanShown * prose) ? best : null;
}

const weightOf = (html: string): number => (html === '' ? 0 : weigh(textOf(parseHtml(html))).weight);

/** Plain text becomes a paragraph a line. */
function asHtml(text: string): string {
  if (/<(?:p|div|br|h[1-6]|ul)\b/i.test(text)) return text;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines
    .map((line) => `<p>${line.replace(/&(?!#?\w+;)/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('\n');
}

function textsBeside(data: readonly string[], title: string): string[] {
  return data.flatMap((text) => {
    const value = jsonIn(text);
    return value === null ? [] : textsIn(value, bare(title));
  });
}

function jsonIn(text: string): unknown {
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  try {
    return start < 0 || end < start ? null : (JSON.parse(text.slice(start, end + 1)) as unknown);
  } catch {
    return null;
  }
}

/** The texts of objects that bear the headline of the page. */
function textsIn(value: unknown, title: string): string[] {
  const found: string[] = [];
  let seen = 0;
  const walk = (one: unknown, depth: number): void => {
    seen += 1;
    if (depth > deepest || seen > mostObjects || typeof one !== 'object' || one === null) return;
    const fields = Object.entries(one);
    if (
      fields.some(([name, text]) => titles.test(name) && typeof text === 'string' && bare(text) === title)
    ) {
      for (const [name, text] of fields) if (bodies.test(name)) found.push(stringOf(text));
    }
    for (const [, inner] of fields) walk(inner, depth + 1);
  };
  walk(value, 0);
  return found;
}

function stringOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  const parts = value.map((one) =>
    typeof one === 'object' && one !== null
      ? Object.values(one).find((inner) => typeof inner === 'string' && inner.length > 40)
      : one,
  );
  return parts.filter((part): part is string => typeof part === 'string').join('\n');
}
