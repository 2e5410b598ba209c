import { type ChildNode, type Document, type Element, isTag, type ParentNode } from 'domhandler';
import { isHeading, isNamed } from '../html/nodes.ts';
import { elementsOf } from '../html/tree.ts';
import type { Evidence } from './evidence.ts';
import { type Block, mostlyLink, type Outline, outlineOf } from './outline.ts';
import { isBeside, ownPart, type Parts, partsOf } from './parts.ts';
import { type Worths, worthsOf } from './worth.ts';

/** An element of a page, or all of it. */
type Found = Element | Document;

/** Where the article of a page stands, and what of it is not the article. */
export interface Recognised {
  element: Found;
  outline: Outline;
  parts: Parts;
}

/** The element that holds the article of a page, by the worth of what is in it; null for a page without text. */
export function recognise(root: Document, evidence: Evidence): Recognised | null {
  const outline = outlineOf(root);
  if (outline.blocks.length === 0) return null;
  const parts = partsOf(outline, evidence);
  const worths = worthsOf(outline, parts, evidence);
  const whole = climb(narrow(best(root, worths), worths), worths, outline);
  return { element: withLead(whole, outline, parts), outline, parts };
}

function best(root: Document, worths: Worths): Found {
  let found: Found = root;
  let most = Number.NEGATIVE_INFINITY;
  for (const each of elementsOf(root)) {
    const worth = (worths.get(each) ?? 0) * bonusOf(each);
    if (!worths.has(each) || worth < most || (worth === 0 && each.children.length === 0)) continue;
    most = worth;
    found = each;
  }
  return found;
}

function bonusOf(found: Element): number {
  if (ownPart(found) === 'body') return 1.15;
  return isNamed(found, 'article', 'main') ? 1.05 : 1;
}

/** The innermost element that says it is the body of an article, if nearly all is in it. */
function narrow(found: Found, worths: Worths): Found {
  const enough = 0.75 * (worths.get(found) ?? 0);
  const named = elementsOf(found).filter(
    (inside) => (worths.get(inside) ?? 0) >= enough && ownPart(inside) === 'body',
  );
  return named.at(-1) ?? found;
}

const partial = 'p span td tr tbody li blockquote b strong font center dd'.split(' ');

/** Paragraphs that an element may have and still be a part of the article only. */
const mostAlone = 2;

/** A paragraph alone is seldom an article: what stands beside it belongs to it, unless that is something else. */
function climb(found: Found, worths: Worths, outline: Outline): Found {
  let at = found;
  const isShort = () => outline.within(at).filter(({ prose }) => prose > 0).length <= mostAlone;
  while (isNamed(at, ...partial) && isShort()) {
    const above = at.parent;
    if (!above || !isTag(above) || (worths.get(above) ?? 0) < 0.7 * (worths.get(at) ?? 0)) break;
    at = above;
  }
  return at;
}

/** How far out the pictures above an article may stand. */
const mostLevels = 3;

/** With the pictures above an article, where nothing else stands around it but headings and labels above it. */
function withLead(found: Found, outline: Outline, parts: Parts): Found {
  let lead = found;
  let at: Found = found;
  for (let level = 0; level < mostLevels; level += 1) {
    const above: ParentNode | null = at.parent;
    if (!above || !isTag(above) || tables.has(above.name)) break;
    const inside = outline.within(at);
    const around = outline.within(above);
    const first = inside[0] ? around.indexOf(inside[0]) : around.length;
    const isOther = (block: Block) => !isBeside(parts.get(block.parent));
    if (around.slice(0, first).some((block) => isOther(block) && !isHead(block))) break;
    if (around.slice(first + inside.length).some(isOther)) break;
    const before = above.children.slice(0, above.children.indexOf(at as ChildNode));
    if (before.some((child) => hasPicture(child, parts))) lead = above;
    at = above;
  }
  return lead;
}

const longestHead = 200;
const isHead = ({ parent, weight, prose, linked }: Block): boolean =>
  isHeading(parent) || (prose === 0 && weight <= longestHead && linked <= mostlyLink);

/** Whether a node shows a picture that may be the article's. */
function hasPicture(node: ChildNode, parts: Parts): boolean {
  if (!isTag(node) || isBeside(parts.get(node))) return false;
  return pictures.has(node.name) || node.children.some((child) => hasPicture(child, parts));
}

const pictures = new Set(['img', 'picture']);
const tables = new Set(['table', 'tbody', 'tr']);
