import { type ChildNode, isText, type ParentNode } from 'domhandler';
import { characterClass } from '../../text/character-class.ts';

/**
 * A unit is what a reader sees as one line or one picture: the inline content between two block borders or line
 * breaks. Each picture, frame and player is a unit, and so is a closing sentence with a link. Units do not depend on
 * the nesting of boxes, so a footer is the same unit in any wrapper.
 */
export interface Unit {
  kind: 'text' | 'picture' | 'frame' | 'player';
  /** The parts of the tree that make the unit, in document order. Removing them removes the unit. */
  parts: UnitPart[];
  /** The nearest block around it, or the document. */
  block: ParentNode;
  /** White space collapsed; '' for media. */
  text: string;
  /** Characters of `text` that stand in links. */
  linkedText: number;
  /** The hosts of its links in order, '' for the item's own site. */
  hosts: string[];
  /** A heading, or a short line all in bold. */
  heading: boolean;
  /** The address of a picture or frame without its scheme, else ''. */
  source: string;
  /** Whether a rule (`hr`) separates it from the unit before. */
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

/** The width in letters: a Chinese character takes the room of two letters and says as much. */
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
