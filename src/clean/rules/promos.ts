import type { Document, Element } from 'domhandler';
import { hasWords, isBlank, isNamed } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { elementsOf } from '../../html/tree.ts';
import { dropLines, type Line, linesOf, removeLines } from '../dom/lines.ts';
import { removeWhere } from '../dom/remove.ts';
import { invitations, pleas, requests, scannedPictures } from '../phrases/promos.ts';
import type { Receipt, Rule } from '../rule.ts';

/** How many last lines may be a plea that is not set apart from the text, and its greatest length in characters. */
const closing = 4;
const longestPlea = 100;
/** The same for the first lines, where a plea is short: "Tap the blue name above to follow us". */
const opening = 2;
const longestOpening = 30;
/** Invitations stand in this many first and last lines. */
const head = 6;
const tail = 10;
/** Longest invitation, in characters, and the least share of it that must invite. */
const longest = 420;
const invitingShare = 0.6;
/** Least share of links for fine print to be a footer. */
const footerLinks = 0.25;
/** Most lines of a footer. */
const mostLines = 12;
/** Longest label before an address, in characters. */
const longestLabel = 24;
/** Longest line of a footer that need not be links, in characters: "More feeds here:". */
const mostTalk = 40;

const figures = new Set(['figure']);

/** Removes invitations to subscribe, follow and pay, and the footers that feeds append to articles. */
export const rule: Rule = {
  name: 'promos',
  apply(root, _context, receipt) {
    dropFooter(root, receipt);
    removeWhere(root, rule.name, receipt, isScanned, figures);
    const lines = linesOf(root);
    const addressed = lines.length - addressesAtEnd(lines);
    const last = lines[addressed - 1];
    const areInvited = addressed < lines.length && last !== undefined && isInvitation(last, 0);
    removeLines(root, receipt, (line, index) => {
      const goes = index < addressed ? isInvitation(line, addressed - 1 - index) : areInvited;
      return goes ? rule.name : null;
    });
  },
};

/** How many of the last lines are addresses and their labels, which say where to subscribe. */
function addressesAtEnd(lines: readonly Line[]): number {
  const isAddress = ({ text }: Line) => /^https?:\/\/\S+$/i.test(text);
  const isLabel = ({ text }: Line) => text.length <= longestLabel && /[:：]$/.test(text);
  const first = lines.findLastIndex((line) => !isAddress(line) && !isLabel(line)) + 1;
  return lines.slice(first).some(isAddress) ? lines.length - first : 0;
}

/** `fromEnd` is the distance to the last line before the addresses at the end. */
function isInvitation(line: Line, fromEnd: number): boolean {
  if (line.pictured || line.text.length > longest || (line.fromStart >= head && fromEnd >= tail))
    return false;
  if (!isSetApart(line) && !isPlea(line, fromEnd)) return false;
  const parts = line.text.split(/(?<=[。！？!?])|(?<=\.)\s/u).filter((part) => !isBlank(part));
  const inviting = parts.filter((part) => invitations.pattern.test(part));
  return inviting.join('').length >= invitingShare * line.text.length;
}

const isSetApart = (line: Line): boolean =>
  line.links.length > 0 || /^[(（【[].*[)）】\]]$/su.test(line.text) || isItalic(line);

function isPlea({ text, fromStart }: Line, fromEnd: number): boolean {
  if (!pleas.pattern.test(text) || !requests.pattern.test(text)) return false;
  if (fromStart < opening) return fromEnd > 0 && text.length <= longestOpening;
  return fromEnd < closing && text.length <= longestPlea;
}

function isScanned(figure: Element): boolean {
  const pictures = elementsOf(figure).filter((found) => found.name === 'img');
  return (
    textOf(figure) === '' &&
    pictures.length === 1 &&
    scannedPictures.pattern.test(pictures[0]?.attribs['alt'] ?? '')
  );
}

const isItalic = ({ nodes }: Line): boolean =>
  nodes.every((node) => isNamed(node, 'i', 'em', 'small') || !hasWords(node));

/** Removes everything behind the last `hr` of a body when it is nothing but links or fine print. */
function dropFooter(root: Document, receipt: Receipt): void {
  const last = root.children.findLastIndex((child) => isNamed(child, 'hr'));
  if (last < 0) return;
  const behind = new Set(root.children.slice(last + 1));
  const lines = linesOf(root).filter(({ block }) => behind.has(rootBlock(block, root)));
  const covered = new Set(lines.map(({ block }) => rootBlock(block, root)));
  const isAllLines = [...behind].every((block) => covered.has(block as Element) || !hasWords(block));
  if (!isAllLines || lines.length === 0 || lines.length > mostLines) return;
  if (!lines.some(({ links }) => links.length > 0) || !lines.every(isFooterLine)) return;
  if (!lines.every(({ block }) => receipt.mayRemove(block))) return;
  for (const block of covered) receipt.note(rule.name, block);
  dropLines(root, lines);
}

function isFooterLine(line: Line): boolean {
  if (line.pictured || line.text.length > longest) return false;
  if (line.linked >= 0.9 || (line.linked >= footerLinks && isItalic(line))) return true;
  return line.text.length <= mostTalk && (line.links.length > 0 || /[:：]$/.test(line.text));
}

function rootBlock(block: Element, root: Document): Element {
  let outer = block;
  while (outer.parent && outer.parent !== root) outer = outer.parent as Element;
  return outer;
}
