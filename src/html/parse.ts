import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';
import { escapeLiteralTags } from '../text/literal-tags.ts';

/** Longest body read, in UTF-16 units, without the pictures encoded in it. A long article has a tenth of that. */
export const maxInput = 1_000_000;
/** Deepest nesting kept. Deeper tags are dropped, and their text stays. Bounds every recursion over the tree. */
export const maxDepth = 128;
/** Most elements kept, more than any article has. Further tags are dropped, and their text stays. */
const maxElements = 10_000;

/**
 * Parses HTML into a tree of bounded size and depth, in linear time for any input. What is no element is text. Never
 * throws. Cuts a body that is longer than `characters`. `elements` is the most elements to keep; whole pages need more of
 * both than bodies.
 */
export function parseHtml(html: string, elements = maxElements, characters = maxInput): Document {
  const handler = new BoundedHandler(elements);
  const parser = new BoundedParser(handler, { decodeEntities: true, recognizeCDATA: false });
  parser.write(escapeLiteralTags(html.length > characters ? withoutData(html).slice(0, characters) : html));
  parser.end();
  return handler.root;
}

/** Removes pictures encoded in the HTML (`data:`), which no page shows, so that the text behind them is not cut. */
function withoutData(html: string): string {
  return html.replace(/data:[\w.+-]{1,40}\/[\w.+-]{1,80};base64,[A-Za-z0-9+/=%]+/g, 'data:,');
}

/** Builds the tree and knows when it is full. */
class BoundedHandler extends DomHandler {
  readonly #most: number;
  #elements = 0;
  #skipping = false;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  get crowded(): boolean {
    return this.#elements >= this.#most;
  }

  get full(): boolean {
    return this.crowded || this.tagStack.length > maxDepth;
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    this.#skipping = this.crowded;
    if (this.#skipping) return;
    this.#elements += 1;
    super.onopentag(name, attribs);
  }

  override onclosetag(): void {
    if (!this.#skipping) super.onclosetag();
    this.#skipping = false;
  }
}

/**
 * Treats tags as void while the tree is full, so that they never enter the parser's own stack. Searching and
 * shifting a stack of 300,000 names would take minutes.
 */
class BoundedParser extends Parser {
  readonly #handler: BoundedHandler;
  #flat = false;

  constructor(handler: BoundedHandler, options: ConstructorParameters<typeof Parser>[1]) {
    super(handler, options);
    this.#handler = handler;
  }

  override onopentagname(start: number, end: number): void {
    this.#flat = this.#handler.full;
    super.onopentagname(start, end);
  }

  override onclosetag(start: number, end: number): void {
    this.#flat = false;
    super.onclosetag(start, end);
  }

  protected override isVoidElement(name: string): boolean {
    return this.#flat || super.isVoidElement(name);
  }
}
