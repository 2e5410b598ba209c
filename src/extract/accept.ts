import { isNamed } from '../html/nodes.ts';
import { parseHtml } from '../html/parse.ts';
import { textOf } from '../html/text-of.ts';
import { elementsOf } from '../html/tree.ts';
import { type ExtractedArticle, openPart } from './article.ts';
import { paywallNoticeAt } from './paywall.ts';
import { weigh } from './weight.ts';

/**
 * Whether an article takes the place of a feed's teaser: all of it, its open beginning, or not: because it has no more
 * to say, or is a list of links, or because nothing but a teaser of it is open.
 */
export type Acceptance = 'whole' | 'beginning' | 'not-longer' | 'links' | 'costs';

const shortArticle = 1500;
const noticeRoom = 800;
const mostlyLinks = 0.5;
/** The open beginning of an article is worth more than the teaser when it is so much longer. */
const longerThanTeaser = 1.5;
const shortestBeginning = 200;

const weightOf = (text: string): number => weigh(text).weight;

/**
 * Compares an article with the teaser, which is HTML or plain text, or null. What is behind a paywall is short or ends in
 * the notice. Its beginning is taken where it gives more than the teaser: a reader who is told that it goes on at the
 * source is better off with three paragraphs than with one sentence.
 */
export function acceptFullText(teaser: string | null, article: ExtractedArticle): Acceptance {
  const root = parseHtml(article.html);
  const text = textOf(root);
  const told = weightOf(textOf(parseHtml(teaser ?? '')));
  if (weightOf(text) <= told) return 'not-longer';
  const linked = [...elementsOf(root)].filter((found) => isNamed(found, 'a'));
  if (weightOf(linked.map((link) => textOf(link)).join('')) > weightOf(text) * mostlyLinks) return 'links';
  const isCut = paywallNoticeAt(text.slice(-noticeRoom)) >= 0;
  if (!isCut && !(article.costs && weightOf(text) <= shortArticle)) return 'whole';
  const open = weightOf(textOf(parseHtml(openPart(article).html)));
  return open >= Math.max(shortestBeginning, longerThanTeaser * told) ? 'beginning' : 'costs';
}
