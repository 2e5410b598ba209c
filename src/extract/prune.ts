import type { ParentNode } from 'domhandler';
import type { Matches } from '../html/selectors.ts';
import { elementsOf, rewrite } from '../html/tree.ts';
import type { Evidence } from './evidence.ts';
import { isUiLabel } from './labels.ts';
import { isBeside, isHidden } from './parts.ts';
import { Draft } from './prune/draft.ts';
import { dropBeforeBeginning, dropHead, dropSeparated, dropTail } from './prune/edges.ts';
import { dropLinkLists, dropLinkRuns } from './prune/links.ts';
import { dropRepeats } from './prune/repeats.ts';
import type { Recognised } from './recognise.ts';

/**
 * Takes out of the recognised element, in place, what is no part of the article. Elements for which `isKept` holds stay,
 * with all in them and all around them.
 */
export function prune(
  { element, outline, parts }: Recognised,
  { url, teasers }: Evidence,
  isKept: Matches = () => false,
): void {
  const beside = elementsOf(element).filter((found) => isBeside(parts.get(found)));
  const draft = new Draft(element, outline, beside);
  dropLinkLists(draft, url);
  dropHead(draft);
  dropBeforeBeginning(draft, teasers);
  dropTail(draft);
  dropLinkRuns(draft, url);
  dropRepeats(draft);
  for (const block of draft.blocks) if (isUiLabel(block.text)) draft.dropBlock(block);
  dropSeparated(draft);
  const kept = keptIn(draft, isKept);
  const goes = (found: ParentNode) => draft.dropped.has(found) && !kept.has(found);
  if (draft.dropped.size > 0) rewrite(element, (found) => (goes(found) ? [] : undefined));
  // What is left is the article: cleaning would drop what stays hidden.
  for (const found of elementsOf(element).filter(isHidden)) found.attribs = withoutHiding(found.attribs);
}

function withoutHiding({ hidden, style, ...attribs }: Record<string, string>): Record<string, string> {
  return attribs;
}

/** Elements that are kept, with all in them and all around them. */
function keptIn(draft: Draft, isKept: Matches): Set<ParentNode> {
  const kept = new Set<ParentNode>();
  for (const found of elementsOf(draft.element)) {
    if (!isKept(found)) continue;
    for (const inside of [found, ...elementsOf(found)]) kept.add(inside);
    for (const around of draft.around(found)) kept.add(around);
  }
  return kept;
}
