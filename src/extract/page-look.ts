import { isNamed } from '../html/nodes.ts';
import { textOf } from '../html/text-of.ts';
import { elementsOf } from '../html/tree.ts';
import { cardsOf } from './cards.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { WebPage } from './web-page.ts';

/** A page before its tree is searched for the article, which changes it. */
export interface PageLook {
  title: string;
  headlines: string;
  outline: Outline;
  names: string;
  /** How many elements announce other pages. */
  cards: number;
  /** Share of its text that is link. */
  linked: number;
  prose: number;
}

export function lookAt({ url, facts, root }: WebPage): PageLook {
  const outline = outlineOf(root);
  const all = elementsOf(root);
  const weight = outline.blocks.reduce((sum, block) => sum + block.weight, 0);
  const linked = outline.blocks.reduce((sum, block) => sum + block.linked * block.weight, 0);
  return {
    title: facts.windowTitle,
    headlines: all
      .filter((found) => isNamed(found, 'h1', 'h2'))
      .slice(0, 5)
      .map((found) => textOf(found, 200))
      .join('\n'),
    outline,
    names: all
      .map(({ attribs }) => `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`)
      .join(' ')
      .slice(0, 100_000),
    cards: cardsOf(outline, url).size,
    linked: weight === 0 ? 0 : linked / weight,
    prose: outline.proseIn(root),
  };
}
