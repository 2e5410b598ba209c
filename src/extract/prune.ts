import { type Element, isTag, type ParentNode } from 'domhandler';
import { isHeading, isNamed, some } from '../html/nodes.ts';
import type { Matches } from '../html/selectors.ts';
import { textOf } from '../html/text-of.ts';
import { elementsOf, rewrite } from '../html/tree.ts';
import { bare, type Evidence } from './evidence.ts';
import { isUiLabel } from './labels.ts';
import { type Block, mostlyLink, type Outline } from './outline.ts';
import { isBeside } from './parts.ts';
import type { Recognised } from './recognise.ts';
import { siteOf } from './site.ts';

/** Takes out of the recognised element, in place, what is no part of the article, but nothing that `isKept` or holds such. */
export function prune(
  { element, outline, parts }: Recognised,
  evidence: Evidence,
  isKept: Matches = () => false,
): void {
  const gone = new Set<ParentNode>(elementsOf(element).filter((found) => isBeside(parts.get(found))));
  const isAlone = ({ parent, prose }: Block) => parent !== element && outline.proseIn(parent) <= prose;
  const left = () => outline.within(element).filter(({ parent }) => !isWithin(parent, element, gone));
  dropLinkLists(left(), element, gone, evidence.url);
  dropHead(left().filter(isAlone), element, gone);
  dropBeforeBeginning(left(), isAlone, gone, evidence);
  dropTail(left(), isAlone, element, gone);
  for (const block of left()) if (isUiLabel(block.text) && isAlone(block)) gone.add(block.parent);
  dropSeparated(element, outline, gone);
  const safe = keptIn(element, isKept);
  if (gone.size > 0) rewrite(element, (found) => (gone.has(found) && !safe.has(found) ? [] : undefined));
}

/** Elements that are kept, with all in them and all around them. */
function keptIn(element: ParentNode, isKept: Matches): Set<ParentNode> {
  const safe = new Set<ParentNode>();
  for (const found of elementsOf(element)) {
    if (!isKept(found)) continue;
    for (const inside of [found, ...elementsOf(found)]) safe.add(inside);
    for (const around of upTo(found, element)) safe.add(around);
  }
  return safe;
}

/** From this share of the prose on, one part of the element is the article. */
const mainShare = 0.7;

/** Behind a part that holds nearly all of the article: prose that stands behind other pages or tools. */
function dropSeparated(element: ParentNode, outline: Outline, gone: Set<ParentNode>): void {
  const parts = element.children.filter(isTag);
  const proseOf = (part: ParentNode) =>
    outline
      .within(part)
      .reduce((sum, block) => (isWithin(block.parent, element, gone) ? sum : sum + block.prose), 0);
  const total = proseOf(element);
  const main = parts.findIndex((part) => proseOf(part) >= mainShare * total);
  if (main < 0 || isNamed(parts[main], 'p')) return;
  let isSeparated = false;
  for (const part of parts.slice(main + 1)) {
    if (gone.has(part)) isSeparated ||= outline.within(part).length > 0;
    else if (isSeparated && proseOf(part) > 0) gone.add(part);
  }
}

const isLink = ({ linked }: Block): boolean => linked > mostlyLink;
const holders = ['table', 'tbody', 'tr', 'td', 'figure', 'blockquote'];

/** Elements with nothing but links to other pages; one link in a paragraph of its own may be the article's. */
function dropLinkLists(
  blocks: readonly Block[],
  element: ParentNode,
  gone: Set<ParentNode>,
  url: string,
): void {
  const sums = new Map<ParentNode, { linked: number; weight: number; blocks: number; prose: number }>();
  for (const block of blocks) {
    for (const around of upTo(block.parent, element)) {
      const sum = sums.get(around) ?? { linked: 0, weight: 0, blocks: 0, prose: 0 };
      sum.linked += block.linked * block.weight;
      sum.weight += block.weight;
      sum.prose += block.prose;
      sum.blocks += 1;
      sums.set(around, sum);
    }
  }
  for (const [around, sum] of sums) {
    if (sum.prose > 0 || sum.linked < 0.5 * sum.weight || isNamed(around as never, ...holders)) continue;
    if (sum.blocks < 2 && !isNamed(around as never, 'ul', 'ol')) continue;
    if (!areReferences(around, url)) gone.add(around);
  }
}

const shortestReference = 20;

/** Links to other sites that say where they lead; buttons to share are as short as a name. */
function areReferences(list: ParentNode, url: string): boolean {
  const links = elementsOf(list).filter(({ name }) => name === 'a');
  const site = siteOf(url);
  const isReference = (link: Element) => {
    const leads = siteOf(link.attribs['href'] ?? '');
    return leads !== '' && leads !== site && textOf(link, 2 * shortestReference).length >= shortestReference;
  };
  return links.length > 0 && links.every(isReference);
}

const longestLabel = 60;
const plain = ['p', 'figcaption', 'caption', 'td', 'th', 'li', 'blockquote', 'pre'];

/** Labels above the first paragraph: the section, the author, the date, buttons. */
function dropHead(blocks: readonly Block[], element: ParentNode, gone: Set<ParentNode>): void {
  const first = blocks.findIndex(({ prose }) => prose > 0);
  for (const { parent, weight } of blocks.slice(0, Math.max(0, first))) {
    if (weight > longestLabel) continue;
    if (isHeading(parent) || isNamed(parent, ...plain) || isIn(parent, element, 'figure', 'table')) continue;
    if (!some(parent, (node) => isNamed(node, 'img', 'picture', 'video', 'iframe'))) gone.add(parent);
  }
}

/** A teaser that begins as a paragraph does tells where the article begins; invitations stand above it. */
function dropBeforeBeginning(
  blocks: readonly Block[],
  isAlone: (block: Block) => boolean,
  gone: Set<ParentNode>,
  { teasers }: Evidence,
): void {
  const beginnings = teasers.map((teaser) => bare(teaser).slice(0, 40)).filter(({ length }) => length >= 16);
  const paragraphs = blocks.filter(({ prose }) => prose > 0).slice(0, 3);
  const begins = paragraphs.findIndex(({ text }) =>
    beginnings.some((beginning) => bare(text).startsWith(beginning)),
  );
  for (const block of paragraphs.slice(0, Math.max(0, begins))) {
    if (block.linked > 0 && isAlone(block)) gone.add(block.parent);
  }
}

/** Behind the last paragraph: links to other pages, and headings over them or over nothing. */
function dropTail(
  blocks: readonly Block[],
  isAlone: (block: Block) => boolean,
  element: ParentNode,
  gone: Set<ParentNode>,
): void {
  const last = blocks.findLastIndex(({ prose }) => prose > 0);
  const tail = blocks.slice(last + 1);
  if (last < 0) return;
  tail.forEach((block, index) => {
    const { parent } = block;
    const next = tail.slice(index).find((other) => !isHeading(other.parent));
    const goes = isLink(block) || (isHeading(parent) && (next === undefined || isLink(next)));
    if (goes && isAlone(block) && !isIn(parent, element, 'table')) gone.add(parent);
  });
}

function isWithin(node: ParentNode, top: ParentNode, those: ReadonlySet<ParentNode>): boolean {
  for (const around of upTo(node, top)) if (those.has(around)) return true;
  return false;
}

function isIn(node: ParentNode, top: ParentNode, ...names: string[]): boolean {
  for (const around of upTo(node, top))
    if (isTag(around as never) && isNamed(around as never, ...names)) return true;
  return false;
}

/** A node and what is around it, `top` left out. */
function* upTo(node: ParentNode, top: ParentNode): Generator<ParentNode> {
  for (let at: ParentNode | null = node; at && at !== top; at = at.parent) yield at;
}
