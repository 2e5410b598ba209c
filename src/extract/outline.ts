import { type Element, isTag, isText, type ParentNode } from 'domhandler';
import { isBlock, isHeading, isNamed } from '../html/nodes.ts';
import { weigh } from './weight.ts';

/**
 * A run of text between two block boundaries: a paragraph, a headline, an entry of a menu. Weights are in letters; see
 * `weigh`.
 */
export interface Block {
  /** The block element that the run stands in, or the root. */
  parent: ParentNode;
  text: string;
  weight: number;
  /** Share of it that is link, 0 to 1. */
  linked: number;
  /** Its weight as far as it reads like a paragraph of an article: 0 for labels, menus, headlines. */
  prose: number;
}

/** The text of a page as blocks in document order; every element covers a run of them. */
export interface Outline {
  root: ParentNode;
  blocks: readonly Block[];
  /** The blocks in an element. */
  within(node: ParentNode): readonly Block[];
  /** Sum of the prose in an element, in constant time. */
  proseIn(node: ParentNode): number;
}

/** From this share of links on, a block is a link to something else. */
export const mostlyLink = 0.6;
/** A paragraph has this weight, or ends as a sentence and has that. */
const paragraph = 80;
const sentence = 30;
/** How much more a link takes from the prose around it than its own weight. */
const linkLoss = 1.5;

/** Reads the text below `root`. Linear. */
export function outlineOf(root: ParentNode): Outline {
  const blocks: Block[] = [];
  const ranges = new Map<ParentNode, readonly [from: number, to: number]>();
  const run = new Run();
  const walk = (node: ParentNode, block: ParentNode, inLink: boolean): void => {
    const from = blocks.length;
    for (const child of node.children) {
      if (isText(child)) run.add(child.data, inLink);
      else if (isTag(child)) enter(child, block, inLink);
    }
    if (node === block) run.end(node, blocks);
    ranges.set(node, [from, blocks.length]);
  };
  const enter = (found: Element, block: ParentNode, inLink: boolean): void => {
    const apart = isBlock(found);
    if (apart || isSecondBreak(found)) run.end(block, blocks);
    else if (isNamed(found, 'br')) run.add(' ', false);
    walk(found, apart ? found : block, inLink || found.name === 'a');
  };
  walk(root, root, false);
  const sums = [0];
  for (const { prose } of blocks) sums.push((sums.at(-1) ?? 0) + prose);
  return {
    root,
    blocks,
    within: (node) => blocks.slice(...(ranges.get(node) ?? [0, 0])),
    proseIn(node) {
      const [from, to] = ranges.get(node) ?? [0, 0];
      return (sums[to] ?? 0) - (sums[from] ?? 0);
    },
  };
}

/** Gathers the text of a block. */
class Run {
  #words = '';
  #linked = '';

  add(words: string, inLink: boolean): void {
    this.#words += words;
    if (inLink) this.#linked += words;
  }

  /** Ends the block that stands in `parent`; nothing at all when there was no text. */
  end(parent: ParentNode, blocks: Block[]): void {
    const { weight, ends } = weigh(this.#words);
    if (weight > 0) {
      const linked = this.#linked === '' ? 0 : Math.min(1, weigh(this.#linked).weight / weight);
      const block = { parent, text: this.#words, weight, linked };
      blocks.push({ ...block, prose: proseOf(block, ends) });
    }
    this.#words = '';
    this.#linked = '';
  }
}

function proseOf({ parent, weight, linked }: Omit<Block, 'prose'>, ends: boolean): number {
  if (linked > mostlyLink || isHeading(parent)) return 0;
  return weight >= paragraph || (ends && weight >= sentence) ? weight * (1 - linked * linkLoss) : 0;
}

/** Two line breaks stand for the end of a paragraph. */
function isSecondBreak(found: Element): boolean {
  if (found.name !== 'br') return false;
  let before = found.prev;
  while (before && isText(before) && before.data.trim() === '') before = before.prev;
  return isNamed(before, 'br');
}
