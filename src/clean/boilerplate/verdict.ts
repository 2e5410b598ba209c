import type { UnitKind } from './kinds.ts';
import { type Candidate, sightingsIn } from './state.ts';

/** "Recent" is this many items, or the whole document when it has more. */
const recentItems = 30;
const leastItems = 5;
const leastShare = 1 / 3;
/** For words without a link between the paragraphs: an article may repeat those, too. */
const leastMiddleShare = 0.6;
/** For a closing box with links, which some publishers put under one item in ten. */
const leastEndShare = 0.1;
const endItems = 60;

/**
 * Whether a unit seen where `candidate` says is furniture. `seen` items were counted so far, `fresh` of them in
 * this document.
 */
export function isFurniture(candidate: Candidate, kind: UnitKind, seen: number, fresh: number): boolean {
  const recent = Math.min(seen, Math.max(recentItems, fresh));
  const middle = sightingsIn(candidate, 'middle', seen, recent);
  const outside = sightingsIn(candidate, 'edge', seen, recent) + sightingsIn(candidate, 'end', seen, recent);
  const share = kind === 'prose' && middle > outside ? leastMiddleShare : leastShare;
  const count = middle + outside;
  return (count >= leastItems && count >= share * recent) || isClosingBox(candidate, kind, seen, fresh);
}

function isClosingBox(candidate: Candidate, kind: UnitKind, seen: number, fresh: number): boolean {
  if (kind === 'prose' || candidate.middle || candidate.edge) return false;
  const recent = Math.min(seen, Math.max(endItems, fresh));
  const count = sightingsIn(candidate, 'end', seen, recent);
  return count >= leastItems && count >= leastEndShare * recent;
}
