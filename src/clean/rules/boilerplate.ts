import { type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { isBlock, isEmpty, isNamed } from '../../html/nodes.ts';
import { setChildren } from '../../html/tree.ts';
import { keysOf } from '../boilerplate/keys.ts';
import { kindOf, type UnitKind } from '../boilerplate/kinds.ts';
import type { Learned } from '../boilerplate/state.ts';
import type { Unit, UnitPart } from '../boilerplate/unit.ts';
import { unitsOf } from '../boilerplate/units.ts';
import type { Rule } from '../rule.ts';

/**
 * Removes what the feed repeats around its articles. Runs before every rule that joins, splits or rewrites lines and
 * links, because boilerplate is learned from the raw HTML.
 */
export const rule: Rule = {
  name: 'boilerplate',
  apply(root, { learned, title }, receipt) {
    if (learned === null) return;
    const removed = removeLearned(root, learned, title, (found) => receipt.mayRemove(found));
    for (const unit of removed) receipt.noteText(rule.name, unit.text || unit.source);
  },
};

/**
 * Removes the learned boilerplate from one article and returns the removed units. `mayRemove` is false for protected
 * elements. An article that is nothing but boilerplate does not change.
 *
 * Removes a label ("More:", a credit) only when everything in a box around it is boilerplate, and a heading only
 * together with what stands below it. Never removes players, and pictures only with a link to a page.
 */
export function removeLearned(
  root: Document,
  learned: Learned,
  title: string,
  mayRemove: (found: Element) => boolean = () => true,
): Unit[] {
  if (Object.keys(learned.furniture).length === 0) return [];
  const units = unitsOf(root);
  const kinds = units.map((unit, index) =>
    keysOf(unit, title).some((key) => learned.furniture[key]) ? (kindOf(units, index) ?? 'label') : null,
  );
  if (kinds.every((kind) => kind === null)) return [];
  const going = chooseUnits(units, kinds);
  const removed = units.filter((unit) => going.has(unit) && allowed(unit, mayRemove));
  if (removed.length === 0 || removed.length === units.length) return [];
  sweep(root, takeOut(removed.flatMap(({ parts }) => parts)));
  trimEdge(root, false);
  trimEdge(root, true);
  return removed;
}

/** The units to remove. `kinds` has the kind of each unit known as boilerplate, and null for the others. */
function chooseUnits(units: Unit[], kinds: (UnitKind | null)[]): Set<Unit> {
  const going = new Set<Unit>();
  const boxes = boxesOf(units, kinds);
  units.forEach((unit, index) => {
    const kind = kinds[index];
    if (!kind || isArticleMedia(unit)) return;
    if (kind !== 'label' || companyOf(unit).some((block) => boxes.get(block)?.allBoilerplate))
      going.add(unit);
  });
  // From the last one up, because a heading may stand below a heading.
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const unit = units[index];
    const next = units[index + 1];
    if (unit?.heading && unit.hosts.length === 0 && next && !going.has(next)) going.delete(unit);
  }
  return going;
}

const isArticleMedia = (unit: Unit) =>
  unit.kind === 'player' || (unit.kind === 'picture' && unit.hosts.length === 0);

/** For each box: whether all of its units are boilerplate and at least one is more than a label. */
function boxesOf(
  units: Unit[],
  kinds: (UnitKind | null)[],
): Map<ParentNode, { allBoilerplate: boolean; strong: boolean }> {
  const boxes = new Map<ParentNode, { allBoilerplate: boolean; strong: boolean }>();
  units.forEach((unit, index) => {
    const kind = kinds[index] ?? null;
    for (const block of blocksAround(unit)) {
      const box = boxes.get(block) ?? { allBoilerplate: true, strong: false };
      box.allBoilerplate &&= kind !== null && !isArticleMedia(unit);
      box.strong ||= kind !== null && kind !== 'label';
      boxes.set(block, box);
    }
  });
  for (const box of boxes.values()) box.allBoilerplate &&= box.strong;
  return boxes;
}

/**
 * The boxes one of which must be all boilerplate for a label to be removed. Its own block counts only for a heading or a
 * line that announces something: beside other lines of one paragraph, any other label is a credit.
 */
function companyOf(unit: Unit): Element[] {
  const around = blocksAround(unit);
  return unit.heading || /[:：]$/.test(unit.text) ? around : around.filter((block) => block !== unit.block);
}

const boxesLookedAt = 4;

/** The nearest blocks around a unit, without the document. */
function blocksAround(unit: Unit): Element[] {
  const blocks: Element[] = [];
  let outer: ParentNode | null = unit.block;
  while (outer && isTag(outer) && blocks.length < boxesLookedAt) {
    if (isBlock(outer)) blocks.push(outer);
    outer = outer.parent;
  }
  return blocks;
}

function allowed(unit: Unit, mayRemove: (found: Element) => boolean): boolean {
  return unit.parts.every(({ node }) => {
    const element = isTag(node) ? node : node.parent;
    return !element || !isTag(element) || mayRemove(element);
  });
}

/** Removes the parts from their texts. Returns the nodes of which nothing is left. */
function takeOut(parts: readonly UnitPart[]): Set<ChildNode> {
  const gone = new Set<ChildNode>();
  // From the last one up, so that the positions of the parts before it stay valid.
  for (const { node, from, to } of parts.toReversed()) {
    if (isText(node)) node.data = node.data.slice(0, from) + node.data.slice(to);
    if (!isText(node) || node.data === '') gone.add(node);
  }
  return gone;
}

/** Removes the nodes and the elements that this leaves empty. Returns whether it removed anything below `parent`. */
function sweep(parent: ParentNode, gone: ReadonlySet<ChildNode>): boolean {
  let lost = false;
  const kept = parent.children.filter((child) => {
    const touched: boolean = gone.has(child) || (isTag(child) && sweep(child, gone));
    lost ||= touched;
    return !gone.has(child) && !(touched && isEmpty(child));
  });
  if (kept.length < parent.children.length) setChildren(parent, kept);
  return lost;
}

/** Removes rules (`hr`) and line breaks at the start or the end, where they separated the boilerplate. */
function trimEdge(parent: ParentNode, end: boolean): void {
  const children = end ? parent.children.toReversed() : parent.children;
  const first = children.findIndex((edge) => {
    if (isTag(edge) && isBlock(edge)) trimEdge(edge, end);
    return !isNamed(edge, 'br', 'hr') && !isEmpty(edge);
  });
  const kept = first < 0 ? [] : children.slice(first);
  if (kept.length < children.length) setChildren(parent, end ? kept.toReversed() : kept);
}
