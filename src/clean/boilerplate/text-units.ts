import { type ChildNode, isTag, type ParentNode, type Text } from 'domhandler';
import { isBlock } from '../../html/nodes.ts';
import { plainLine } from '../clean-title.ts';
import { hostOf, linkAround } from './links.ts';
import { textOfPart, type Unit, type UnitPart, whole } from './unit.ts';

const bold = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** In characters. */
const longestHeading = 60;

/** The units of a line: the line, or the part before a closing sentence with a link and that sentence. */
export function textUnits(nodes: Text[], block: ParentNode): Unit[] {
  const unit = textUnit(nodes.map(whole), block);
  const parts = unit.hosts.length > 0 ? cutBeforeClosingLink(nodes) : null;
  const split = parts?.map((some) => textUnit(some, block)) ?? [];
  const units = split.every(({ text }) => text !== '') && split.length > 0 ? split : [unit];
  return units.filter(({ text }) => text !== '');
}

function textUnit(parts: UnitPart[], block: ParentNode): Unit {
  const hosts: string[] = [];
  let linkedText = 0;
  let heading = true;
  for (const part of parts) {
    const words = textOfPart(part).trim();
    if (words === '') continue;
    const link = linkAround(part.node);
    if (link !== null) {
      linkedText += words.length;
      const host = hostOf(link);
      if (hosts.at(-1) !== host) hosts.push(host);
    }
    heading &&= isBold(part.node);
  }
  const text = plainLine(parts.map(textOfPart).join(''));
  heading &&= text.length <= longestHeading;
  return { kind: 'text', parts, block, text, linkedText, hosts, heading, source: '', setOff: false };
}

function isBold(node: ChildNode): boolean {
  let outer = node.parent;
  while (outer && isTag(outer)) {
    if (bold.has(outer.name)) return true;
    if (isBlock(outer)) return false;
    outer = outer.parent;
  }
  return false;
}

/** Longest closing sentence that is a unit, in characters. */
const longestClosing = 160;
const sentenceEnd = /[。！？!?…][”’」』）)"']*|\.[”’」』）)"']*(?=\s|$)/g;

/**
 * Splits a paragraph before a last sentence that ends in a link, because promotion often stands there. Returns the
 * parts before the cut and behind it, or null when there is no such sentence.
 */
function cutBeforeClosingLink(nodes: Text[]): [UnitPart[], UnitPart[]] | null {
  const last = nodes.findLastIndex(({ data }) => /[\p{L}\p{N}]/u.test(data));
  const before = nodes.findLastIndex((node, index) => index <= last && linkAround(node) === null);
  const node = nodes[before];
  if (before === last || !node) return null;
  const text = node.data.trimEnd();
  const from = Math.max(0, text.length - longestClosing);
  const end = [...text.slice(from).matchAll(sentenceEnd)].at(-1);
  if (!end) return null;
  const cut = from + end.index + end[0].length;
  const closing = [{ ...whole(node), from: cut }, ...nodes.slice(before + 1).map(whole)];
  if (closing.reduce((length, part) => length + textOfPart(part).length, 0) > longestClosing) return null;
  return [[...nodes.slice(0, before).map(whole), { ...whole(node), to: cut }], closing];
}
