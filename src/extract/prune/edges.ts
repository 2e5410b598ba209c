import { type ChildNode, isTag, type ParentNode } from 'domhandler';
import { isHeading, isNamed } from '../../html/nodes.ts';
import { bare } from '../evidence.ts';
import type { Block } from '../outline.ts';
import { type Draft, isLink, longestLabel } from './draft.ts';

const textElements = ['p', 'figcaption', 'caption', 'td', 'th', 'li', 'blockquote', 'pre'];

/** Drops labels above the first paragraph: the section, the author, the date, buttons. */
export function dropHead(draft: Draft): void {
  const { blocks } = draft;
  const first = blocks.findIndex(({ prose }) => prose > 0);
  for (const block of blocks.slice(0, Math.max(0, first))) {
    const { parent, weight } = block;
    if (weight > longestLabel || isHeading(parent) || isNamed(parent as ChildNode, ...textElements)) continue;
    if (!draft.isIn(parent, 'figure', 'table') && !draft.hasMedia(parent)) draft.dropBlock(block);
  }
}

const shortestBeginning = 16;
const longestBeginning = 40;
/** Among this many paragraphs from the top the article begins. */
const mostAbove = 3;

/** A teaser that begins as a paragraph does tells where the article begins: drops paragraphs with links above it. */
export function dropBeforeBeginning(draft: Draft, teasers: readonly string[]): void {
  const beginnings = teasers
    .map((teaser) => bare(teaser).slice(0, longestBeginning))
    .filter(({ length }) => length >= shortestBeginning);
  const paragraphs = draft.blocks.filter(({ prose }) => prose > 0).slice(0, mostAbove);
  const begins = paragraphs.findIndex(({ text }) => {
    const words = bare(text);
    return beginnings.some((beginning) => words.startsWith(beginning));
  });
  for (const block of paragraphs.slice(0, Math.max(0, begins))) if (block.linked > 0) draft.dropBlock(block);
}

/** Drops what stands below the last paragraph: links to other pages, and headings over them or over nothing. */
export function dropTail(draft: Draft): void {
  const { blocks } = draft;
  const last = blocks.findLastIndex(({ prose }) => prose > 0);
  if (last < 0) return;
  const tail = blocks.slice(last + 1);
  tail.forEach((block, index) => {
    const goes = isLink(block) || (isHeading(block.parent) && leadsToLinks(tail.slice(index)));
    if (goes && !draft.isIn(block.parent, 'table')) draft.dropBlock(block);
  });
}

function leadsToLinks(blocks: readonly Block[]): boolean {
  const next = blocks.find(({ parent }) => !isHeading(parent));
  return next === undefined || isLink(next);
}

/** From this share of the prose on, one part of the element is the article. */
const mainShare = 0.7;

/** Drops prose below a part that holds nearly all of the article, when other pages or tools stand between them. */
export function dropSeparated(draft: Draft): void {
  const proseIn = (node: ParentNode) => draft.blocksIn(node).reduce((sum, { prose }) => sum + prose, 0);
  const parts = draft.element.children.filter(isTag);
  const enough = mainShare * proseIn(draft.element);
  const main = parts.findIndex((part) => proseIn(part) >= enough);
  if (main < 0 || isNamed(parts[main], 'p')) return;
  let isSeparated = false;
  for (const part of parts.slice(main + 1)) {
    if (draft.dropped.has(part)) isSeparated ||= draft.outline.within(part).length > 0;
    else if (isSeparated && proseIn(part) > 0) draft.dropped.add(part);
  }
}
