import { parseHtml } from '../html/parse.ts';
import { bare } from './evidence.ts';
import { outlineOf } from './outline.ts';

/** Share of a page's paragraphs from which on it shows the same article again, as the pages of its comments do. */
const mostlySame = 0.5;

/** The pages of one article as one: null when the last shows what those before it have shown. */
export function joinPages(before: string, page: string): string | null {
  const known = new Set(paragraphsOf(before));
  const paragraphs = paragraphsOf(page);
  const again = paragraphs.filter((paragraph) => known.has(paragraph)).length;
  return paragraphs.length === 0 || again >= mostlySame * paragraphs.length ? null : `${before}\n${page}`;
}

function paragraphsOf(html: string): string[] {
  return outlineOf(parseHtml(html))
    .blocks.filter(({ prose }) => prose > 0)
    .map(({ text }) => bare(text));
}
