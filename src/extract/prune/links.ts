import type { ChildNode, Element, ParentNode } from 'domhandler';
import { isNamed } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { elementsOf } from '../../html/tree.ts';
import type { Block } from '../outline.ts';
import { siteOf } from '../site.ts';
import { type Draft, isLink, longestLabel } from './draft.ts';

/** Elements whose links belong to what they show. */
const holders = ['table', 'tbody', 'tr', 'td', 'figure', 'blockquote'];
const fewestLinks = 2;
const mostlyLinks = 0.5;

/** Drops elements with nothing but links to other pages. One link in a paragraph of its own may be the article's. */
export function dropLinkLists(draft: Draft, url: string): void {
  for (const [around, { prose, linked, weight, blocks }] of sumsOf(draft)) {
    if (prose > 0 || linked < mostlyLinks * weight || isNamed(around as ChildNode, ...holders)) continue;
    if (blocks < fewestLinks && !isNamed(around as ChildNode, 'ul', 'ol')) continue;
    if (!areReferences(around, url)) draft.dropped.add(around);
  }
}

interface Sum {
  linked: number;
  weight: number;
  prose: number;
  blocks: number;
}

function sumsOf(draft: Draft): Map<ParentNode, Sum> {
  const sums = new Map<ParentNode, Sum>();
  for (const { parent, linked, weight, prose } of draft.blocks) {
    for (const around of draft.around(parent)) {
      const sum = sums.get(around) ?? { linked: 0, weight: 0, prose: 0, blocks: 0 };
      sum.linked += linked * weight;
      sum.weight += weight;
      sum.prose += prose;
      sum.blocks += 1;
      sums.set(around, sum);
    }
  }
  return sums;
}

const shortestReference = 20;

/** Whether all links lead to other sites and say where: buttons to share are as short as a name. */
function areReferences(list: ParentNode, url: string): boolean {
  const links = elementsOf(list).filter(({ name }) => name === 'a');
  const site = siteOf(url);
  const isReference = (link: Element) => {
    const leads = siteOf(link.attribs['href'] ?? '');
    return leads !== '' && leads !== site && textOf(link, 2 * shortestReference).length >= shortestReference;
  };
  return links.length > 0 && links.every(isReference);
}

const shortestRun = 3;

/** Drops three links or more to other pages of the site that follow each other, a line each, and the label over them. */
export function dropLinkRuns(draft: Draft, url: string): void {
  const { blocks } = draft;
  // Many blocks may stand in one element.
  const references = new Map<ParentNode, boolean>();
  const isReference = (parent: ParentNode) => {
    const known = references.get(parent) ?? areReferences(parent, url);
    references.set(parent, known);
    return known;
  };
  const isOne = (block: Block) =>
    isLink(block) && !draft.isIn(block.parent, ...holders) && !isReference(block.parent);
  let from = 0;
  while (from < blocks.length) {
    let to = from;
    while (to < blocks.length && isOne(blocks[to] as Block)) to += 1;
    if (to - from >= shortestRun) dropRun(draft, blocks, from, to);
    from = Math.max(to, from + 1);
  }
}

function dropRun(draft: Draft, blocks: readonly Block[], from: number, to: number): void {
  const label = blocks[from - 1];
  if (label && label.prose === 0 && label.weight <= longestLabel) draft.dropBlock(label);
  for (const block of blocks.slice(from, to)) draft.dropBlock(block);
}
