import { type Element, isTag, type ParentNode } from 'domhandler';
import { isHeading, isNamed } from '../html/nodes.ts';
import { elementsOf } from '../html/tree.ts';
import type { Block, Outline } from './outline.ts';
import { isSameSite } from './site.ts';

const fewest = 3;
/** Of elements beside each other that are alike, at least this share are cards. */
const mostAre = 0.7;
const longestCard = 700;
const mostBlocks = 12;
const mostProse = 2;
const shortestTitle = 12;
const shortestLead = 20;

/**
 * Elements that each announce another page: three or more beside each other, alike, each with a link that stands by
 * itself or begins it, and little text with that.
 */
export function cardsOf(outline: Outline, url: string): Set<ParentNode> {
  const cards = new Set<ParentNode>();
  for (const parent of [outline.root, ...elementsOf(outline.root)]) {
    if (parent.children.length < fewest) continue;
    for (const group of alikeIn(parent)) {
      const those = group.filter((found) => isCard(found, outline, url));
      if (those.length >= fewest && those.length >= mostAre * group.length)
        for (const card of those) cards.add(card);
    }
  }
  return cards;
}

/** The children of an element that have name and first class in common, numbers aside. */
function alikeIn(parent: ParentNode): Element[][] {
  const groups = new Map<string, Element[]>();
  for (const child of parent.children) {
    if (!isTag(child)) continue;
    const [first = ''] = (child.attribs['class'] ?? '').slice(0, 100).split(/\s+/, 1);
    const key = `${child.name}.${first.replace(/\d+/g, '')}`;
    const group = groups.get(key);
    if (group) group.push(child);
    else groups.set(key, [child]);
  }
  return [...groups.values()].filter((group) => group.length >= fewest);
}

function isCard(found: Element, outline: Outline, url: string): boolean {
  if (isNamed(found, 'p', 'tr', 'td', 'blockquote', 'figure', 'br', 'a') || isHeading(found)) return false;
  const inside = outline.within(found);
  if (inside.length === 0 || inside.length > mostBlocks) return false;
  const weight = inside.reduce((sum, block) => sum + block.weight, 0);
  if (weight > longestCard || inside.filter(({ prose }) => prose > 0).length > mostProse) return false;
  const isOne = inside.some(isTitle) || leadsOn(found, inside);
  return isOne && (leadsHome(found, url) || inside.every(({ prose }) => prose === 0));
}

/** An entry of a list of the best of something leads to another site, and is the article's. */
const leadsHome = (found: Element, url: string): boolean =>
  elementsOf(found).some(({ name, attribs }) => name === 'a' && isSameSite(attribs['href'] ?? '', url));

const isTitle = ({ linked, weight }: Block): boolean => linked > 0.8 && weight >= shortestTitle;

/** Begins with the headline of another page and goes on with its first words. */
function leadsOn(found: Element, [only, ...more]: readonly Block[]): boolean {
  if (!only || more.length > 0 || !isNamed(found, 'li')) return false;
  const first = found.children.find((child) => isTag(child) || ('data' in child && child.data.trim() !== ''));
  return isNamed(first, 'a') && only.linked * only.weight >= shortestLead;
}
