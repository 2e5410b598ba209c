import { escapeText } from '../../../src/text/escape.ts';
import type { LabelledArticle } from '../cleaning/labelled.ts';
import { squeeze } from '../cleaning/labelled.ts';
import { inventArticle, outlet } from '../invented/article.ts';
import { dice } from '../invented/dice.ts';
import { isShort, type Layout, layouts } from './layouts.ts';

/** A whole page, with its article and what stands around it labelled. */
export interface InventedPage extends LabelledArticle {
  layout: Layout;
}

/** `each` pages of every layout, the same at every call; of three, two are Chinese. */
export function inventPages(each: number): InventedPage[] {
  return layouts.flatMap((layout, place) =>
    Array.from({ length: each }, (_, index) => inventPage(layout, place * each + index)),
  );
}

function inventPage(layout: Layout, number: number): InventedPage {
  const from = outlet(number);
  const article = inventArticle(from, 10 * number, 100);
  const others = [1, 2, 3, 4].map((step) => inventArticle(from, 10 * number + step, 100));
  const chance = dice('around', number);
  const sentences = Array.from({ length: 5 }, () => from.voice.sentence(chance));
  const body = layout.body(article, { others, sentences });
  const paragraphs = isShort(layout) ? article.paragraphs.slice(0, 2) : article.paragraphs;
  const title = escapeText(`${article.title} - ${from.title}`);
  const told = [...others.map((other) => other.title), ...sentences].map(squeeze);
  return {
    layout,
    title: article.title,
    link: article.link,
    html: `<!DOCTYPE html><html lang="${from.voice.language}"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
    article: paragraphs.map(squeeze),
    furniture: told.filter((line) => body.includes(line) || squeeze(body).includes(line)),
    media: body.includes(article.picture.url) ? [article.picture.url] : [],
  };
}
