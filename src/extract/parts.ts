import { type Element, isTag, type ParentNode } from 'domhandler';
import { isNamed } from '../html/nodes.ts';
import { elementsOf } from '../html/tree.ts';
import { cardsOf } from './cards.ts';
import { bare, type Evidence, tellerOf } from './evidence.ts';
import { type NamedPart, partByName } from './names.ts';
import type { Outline } from './outline.ts';

/** What each element of a page is a part of: the body of the article, something beside it, or not known (null). */
export type Parts = ReadonlyMap<ParentNode, NamedPart>;

/** The share of a page's prose up to which it is believed that an element is none of the article. */
const mostProse = { frame: 0.6, extra: 0.35 };
const mostOfElement = 0.9;
/** Readers may write more than the author: this much prose beside theirs is an article, in letters; less, and it is a forum. */
const enoughBeside = 250;
/** From this share of a teaser on, an element holds the article whatever it is called. */
const toldShare = 0.5;

export const isBeside = (part: NamedPart | undefined): boolean => part != null && part !== 'body';

/** Judges every element by its name, its class, and what is in it. */
export function partsOf(outline: Outline, evidence: Evidence): Parts {
  const total = outline.proseIn(outline.root);
  const cards = cardsOf(outline, evidence.url);
  const told = toldIn(outline, evidence);
  const parts = new Map<ParentNode, NamedPart>();
  const hasArticle = total - commentsIn(outline) >= enoughBeside;
  const isBelieved = (found: Element, part: NamedPart): boolean => {
    if (part === null || part === 'body') return true;
    const inside = outline.proseIn(found);
    if (part === 'comments') return hasArticle && !told.has(found);
    const most = cards.has(found) ? 1 : isNamed(found, 'nav', 'footer') ? mostOfElement : mostProse[part];
    return !told.has(found) && inside <= most * total;
  };
  const walk = (node: ParentNode, above: NamedPart): void => {
    for (const child of node.children) {
      if (!isTag(child)) continue;
      const own = cards.has(child) ? 'extra' : ownPart(child);
      const part = isBeside(above) || own === null || !isBelieved(child, own) ? above : own;
      parts.set(child, part);
      walk(child, part);
    }
  };
  walk(outline.root, null);
  return parts;
}

/** The prose in all elements that say they hold comments of readers. */
function commentsIn(outline: Outline): number {
  const walk = (node: ParentNode): number =>
    node.children.filter(isTag).reduce((sum, child) => {
      return sum + (partByName(child) === 'comments' ? outline.proseIn(child) : walk(child));
    }, 0);
  return walk(outline.root);
}

/** Whether an element is shown only after a script has run. */
export const isHidden = ({ attribs }: Element): boolean =>
  'hidden' in attribs || /display\s*:\s*none/i.test(attribs['style'] ?? '');

/** What an element says that it is. */
export function ownPart(found: Element): NamedPart {
  const { itemprop = '', role = '' } = found.attribs;
  if (isHidden(found)) return 'frame';
  if (isNamed(found, 'nav', 'footer', 'menu')) return 'frame';
  if (/^(?:contentinfo|search|menu|menubar|alert)$/.test(role)) return 'frame';
  if (isNamed(found, 'aside', 'form') || role === 'complementary') return 'extra';
  if (/articlebody/i.test(itemprop)) return 'body';
  const part = partByName(found);
  // What is quoted stands in the article, as a post of a social network does.
  const quotes = part === 'extra' && elementsOf(found).some((inside) => isNamed(inside, 'blockquote'));
  return quotes ? null : part;
}

/** The elements around paragraphs that tell what a teaser tells. */
function toldIn({ blocks }: Outline, { teasers }: Evidence): Set<ParentNode> {
  const tell = tellerOf(teasers);
  const told = new Set<ParentNode>();
  for (const { prose, parent, text } of blocks) {
    if (prose === 0 || tell(bare(text)) < toldShare) continue;
    for (let around: ParentNode | null = parent; around; around = around.parent) told.add(around);
  }
  return told;
}
