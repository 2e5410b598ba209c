import type { ChildNode } from 'domhandler';
import { isNamed } from '../../html/nodes.ts';
import { bare } from '../evidence.ts';
import type { Block } from '../outline.ts';
import { attribute, type Draft } from './draft.ts';

const shortestRepeat = 40;

/** Drops what stands a second time word for word beside the paragraphs: the caption of every picture of a series. */
export function dropRepeats(draft: Draft): void {
  const seen = new Set<string>();
  for (const block of draft.blocks) {
    if (block.weight < shortestRepeat || !mayRepeat(block, draft)) continue;
    const words = bare(block.text);
    if (seen.has(words) && !draft.hasMedia(block.parent)) draft.dropBlock(block);
    seen.add(words);
  }
}

/** Captions, and text that is no paragraph. An article may repeat a paragraph, or an entry of a list or table. */
function mayRepeat({ parent, prose }: Block, draft: Draft): boolean {
  if (draft.isIn(parent, 'figure') || /caption/i.test(attribute(parent, 'class'))) return true;
  return prose > 0 && !isNamed(parent as ChildNode, 'p', 'td', 'li', 'blockquote');
}
