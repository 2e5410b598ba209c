import { type ChildNode, isText, type ParentNode } from 'domhandler';
import { characterClass } from '../../text/character-class.ts';

/**
 * A unit is what a reader sees as one line or one picture: the inline content between two block borders or
 * line breaks; each picture, frame and player is a unit of its own, and so is a closing sentence with a link.
 * Units do not depend on how a page nests its boxes, so a footer is the same unit in whatever wrapper it comes.
 */
export interface Unit {
  kind: 'text' | 'picture' | 'frame' | 'player';
  /** What the unit is made of in the tree, in document order; taking it out takes the unit out. */
  parts: UnitPart[];
  /** The nearest block around it, or the document. */
  block: ParentNode;
  /** White space collapsed; '' for media. */
  text: string;
  /** Characters of `text` that stand in links. */
  linkedText: number;
  /** Where its links lead, host by host, in order; the item's own site is ''. */
  hosts: string[];
  /** A heading, or a short line all in bold. */
  heading: boolean;
  /** Address of a picture or frame, scheme left out; else ''. */
  source: string;
  /** Whether a rule (`hr`) sets it off from what comes before. */
  setOff: boolean;
}

/** A node, or the characters of a text from `from` up to `to`. */
export interface UnitPart {
  node: ChildNode;
  from: number;
  to: number;
}

export const whole = (node: ChildNode): UnitPart => ({ node, from: 0, to: Number.POSITIVE_INFINITY });
export const textOfPart = ({ node, from, to }: UnitPart): string =>
  isText(node) ? node.data.slice(from, to) : '';

/** Width on paper: a Chinese character takes the room of two letters and says as much. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    width += 1 + wide(codePoint);
  }
  return width;
}

const wide = characterClass(/[\p{Script=Han}\p{Script=Kana}\p{Script=Hangul}]/u);
