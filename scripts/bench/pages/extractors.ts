import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';

/** Other programs that find the article of a page, each on the DOM that it is at home in: HTML of the article, '' for none. */

export function readability(html: string): string {
  const { document } = parseHTML(html);
  return new Readability(document as unknown as Document).parse()?.content ?? '';
}

export async function defuddle(html: string, url: string): Promise<string> {
  const { document } = parseHTML(html);
  return (await Defuddle(document as unknown as Document, url)).content;
}

export async function articleExtractor(html: string, url: string): Promise<string> {
  return (await extractFromHtml(html, url))?.content ?? '';
}
