import type { UnitKind } from './kinds.ts';
import { type Candidate, sightingsIn } from './state.ts';

/** How many items are recent: this many, or the whole document when it has more. */
const recentItems = 30;
const leastItems = 5;
const leastShare = 1 / 3;
/** The share for words without a link between the paragraphs, which articles repeat, too. */
const leastMiddleShare = 0.6;
/** The share for a closing box with links, which some publishers put under one item in ten. */
const leastEndShare = 0.1;
const endItems = 60;

/**
 * Whether a unit with the sightings of `candidate` is boilerplate. `seen` items were counted so far, `fresh` of them in
 * this document.
 */
export function isBoilerplate(candidate: Candidate, kind: UnitKind, seen: number, fresh: number): boolean {
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
