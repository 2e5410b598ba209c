import { type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { isBlock, isEmpty, isNamed } from '../../html/nodes.ts';
import { setChildren } from '../../html/tree.ts';
import { keysOf } from '../boilerplate/keys.ts';
import { kindOf, type UnitKind } from '../boilerplate/kinds.ts';
import type { Learned } from '../boilerplate/state.ts';
import type { Unit, UnitPart } from '../boilerplate/unit.ts';
import { unitsOf } from '../boilerplate/units.ts';
import type { Rule } from '../rule.ts';

/** Furniture by its repetition. Stands before every rule that joins, splits or rewrites lines and links. */
export const rule: Rule = {
  name: 'boilerplate',
  apply(root, { learned, title }, receipt) {
    if (learned === null) return;
    const removed = removeLearned(root, learned, title, (found) => receipt.mayRemove(found));
    for (const unit of removed) receipt.noteText(rule.name, unit.text || unit.source);
  },
};

/**
 * Takes the furniture that a feed's articles have taught out of one article, and gives the units that went.
 * `mayRemove` protects an element and all in it. An article that is nothing but furniture is left as it is.
 *
 * A label ("More:", a credit) goes only in company: when everything in a box around it is furniture. A heading
 * goes only with what it heads. Pictures without a link to a page and players never go.
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

/** The units to take out. `kinds` has the kind of each that is known as furniture, null for the others. */
function chooseUnits(units: Unit[], kinds: (UnitKind | null)[]): Set<Unit> {
  const going = new Set<Unit>();
  const boxes = boxesOf(units, kinds);
  units.forEach((unit, index) => {
    const kind = kinds[index];
    if (!kind || isArticleMedia(unit)) return;
    if (kind !== 'label' || companyOf(unit).some((block) => boxes.get(block)?.allFurniture)) going.add(unit);
  });
  // From the last up, because a heading may head a heading.
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const unit = units[index];
    const next = units[index + 1];
    if (unit?.heading && unit.hosts.length === 0 && next && !going.has(next)) going.delete(unit);
  }
  return going;
}

const isArticleMedia = (unit: Unit) =>
  unit.kind === 'player' || (unit.kind === 'picture' && unit.hosts.length === 0);

/** For every box: whether all of its units are furniture, one of them more than a label. */
function boxesOf(
  units: Unit[],
  kinds: (UnitKind | null)[],
): Map<ParentNode, { allFurniture: boolean; strong: boolean }> {
  const boxes = new Map<ParentNode, { allFurniture: boolean; strong: boolean }>();
  units.forEach((unit, index) => {
    const kind = kinds[index] ?? null;
    for (const block of blocksAround(unit)) {
      const box = boxes.get(block) ?? { allFurniture: true, strong: false };
      box.allFurniture &&= kind !== null && !isArticleMedia(unit);
      box.strong ||= kind !== null && kind !== 'label';
      boxes.set(block, box);
    }
  });
  for (const box of boxes.values()) box.allFurniture &&= box.strong;
  return boxes;
}

/** The boxes whose fate a label shares. Beside others on lines of one paragraph, a line that announces nothing is a credit. */
function companyOf(unit: Unit): Element[] {
  const around = blocksAround(unit);
  return unit.heading || /[:：]$/.test(unit.text) ? around : around.filter((block) => block !== unit.block);
}

const boxesLookedAt = 4;

/** The nearest blocks around a unit, the document left out. */
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

/** Takes the parts out of their texts; gives the nodes that nothing is left of. */
function takeOut(parts: readonly UnitPart[]): Set<ChildNode> {
  const gone = new Set<ChildNode>();
  // From the last up, so that the places of those before stay true.
  for (const { node, from, to } of parts.toReversed()) {
    if (isText(node)) node.data = node.data.slice(0, from) + node.data.slice(to);
    if (!isText(node) || node.data === '') gone.add(node);
  }
  return gone;
}

/** Drops the nodes and whatever they leave empty. Gives whether anything below `parent` went. */
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

/** Rules and line breaks that set the furniture off have nothing left to set off, at the start or at the end. */
function trimEdge(parent: ParentNode, end: boolean): void {
  const children = end ? parent.children.toReversed() : parent.children;
  const first = children.findIndex((edge) => {
    if (isTag(edge) && isBlock(edge)) trimEdge(edge, end);
    return !isNamed(edge, 'br', 'hr') && !isEmpty(edge);
  });
  const kept = first < 0 ? [] : children.slice(first);
  if (kept.length < children.length) setChildren(parent, end ? kept.toReversed() : kept);
}
