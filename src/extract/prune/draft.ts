import { type ChildNode, isTag, type ParentNode } from 'domhandler';
import { isNamed, some } from '../../html/nodes.ts';
import { type Block, mostlyLink, type Outline } from '../outline.ts';

/** An article on its way from the element that holds it: which parts of that element are to be left out. */
export class Draft {
  readonly #media = new Map<ParentNode, boolean>();
  readonly element: ParentNode;
  readonly outline: Outline;
  readonly dropped: Set<ParentNode>;

  /** `dropped` are the elements that are known to go. */
  constructor(element: ParentNode, outline: Outline, dropped: Iterable<ParentNode>) {
    this.element = element;
    this.outline = outline;
    this.dropped = new Set(dropped);
  }

  /** The blocks that are left, in document order. */
  get blocks(): readonly Block[] {
    return this.blocksIn(this.element);
  }

  blocksIn(node: ParentNode): readonly Block[] {
    return this.outline.within(node).filter(({ parent }) => !this.isDropped(parent));
  }

  isDropped(node: ParentNode): boolean {
    for (const around of this.around(node)) if (this.dropped.has(around)) return true;
    return false;
  }

  /** Drops a block with the element that it stands in, unless other prose stands there, too. */
  dropBlock({ parent, prose }: Block): void {
    if (parent !== this.element && this.outline.proseIn(parent) <= prose) this.dropped.add(parent);
  }

  /** Whether an element shows a picture or a player. Found out once: many blocks may stand in one element. */
  hasMedia(node: ParentNode): boolean {
    const known = this.#media.get(node) ?? some(node, (inside) => isNamed(inside, ...media));
    this.#media.set(node, known);
    return known;
  }

  /** Whether a node stands in an element of one of these names, or is one. */
  isIn(node: ParentNode, ...names: string[]): boolean {
    for (const around of this.around(node)) if (isNamed(around as ChildNode, ...names)) return true;
    return false;
  }

  /** A node and the elements around it, the whole article left out. */
  *around(node: ParentNode): Generator<ParentNode> {
    for (let at: ParentNode | null = node; at && at !== this.element; at = at.parent) yield at;
  }
}

const media = ['img', 'picture', 'video', 'iframe'];

export const isLink = ({ linked }: Block): boolean => linked > mostlyLink;

/** The longest block that is a label, in letters: a section, an author, a date, a button. */
export const longestLabel = 60;

/** The value of an attribute of a node, '' for none. */
export const attribute = (node: ParentNode, name: string): string =>
  isTag(node as ChildNode) && 'attribs' in node ? (node.attribs[name] ?? '') : '';
