import { decodeHTMLStrict } from 'entities';
import { escapeText, withWindowsCharacters } from '../text/text.ts';
import { inlineName, startTag, VOID } from './flatten.ts';
import { canonicalName, type Scope } from './scope.ts';
import { attributesXml, textXml } from './write-xml.ts';

type Attributes = Readonly<Record<string, string>>;

/**
 * A field whose children are inline markup. They are flattened, in order, into HTML source: the parser behind would put
 * all the text first and all the elements after it.
 */
export class TextField {
  readonly name: string;
  readonly scope: Scope;
  /** Whether its text is markup by declaration. */
  readonly #xhtml: boolean;
  readonly #attributes: string;
  #parts: string[] = [];
  /** Whether it had elements inside, so that its text is HTML source. */
  #markup = false;

  constructor(name: string, attributes: Attributes, scope: Scope, outer: Scope) {
    this.name = name;
    this.scope = scope;
    this.#attributes = attributesXml(attributes, scope, outer);
    const type = attributes['type'] ?? attributes['mode'] ?? '';
    this.#xhtml = name.startsWith('xhtml:') || /xhtml|^xml$/i.test(type);
  }

  get isXhtml(): boolean {
    return this.#xhtml;
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  get isBlank(): boolean {
    return this.#parts.every((part) => part.trim() === '');
  }

  /** Adds characters. Once there is markup, they mean themselves, except where a CDATA section holds HTML. */
  addText(data: string, inCdata: boolean): void {
    const plain = inCdata ? data : resolveReferences(data);
    this.#parts.push(this.#markup && (this.#xhtml || !inCdata) ? escapeText(plain) : plain);
  }

  /** Adds the start tag of an element; answers its end tag. `isDirect`: it stands in no other one. */
  openElement(name: string, attributes: Attributes, scope: Scope, isDirect: boolean): string {
    // Elements of an unread vocabulary (`o:p` of a word processor) leave their text behind.
    const local = name.includes(':') && canonicalName(name, scope) === null ? null : inlineName(name);
    const isWrapper = this.#xhtml && local === 'div' && isDirect && !this.#markup && this.isBlank;
    // Until here it could have been escaped HTML.
    if (this.#xhtml && !this.#markup) this.#parts = this.#parts.map(escapeText);
    this.#markup = true;
    if (local === null || isWrapper) return '';
    this.#parts.push(startTag(local, attributes, scope, this.scope));
    return VOID.has(local) ? '' : `</${local}>`;
  }

  closeElement(end: string): void {
    this.#parts.push(end);
  }

  /** The field as canonical XML; `form="markup"` says that its text is HTML source. */
  toXml(): string {
    const form = this.#markup ? ' form="markup"' : '';
    return `<${this.name}${this.#attributes}${form}>${textXml(this.#parts.join(''))}</${this.name}>`;
  }
}

/** Text with the entities that XML does not know; a single character may come from a reference (`&#146;`). */
export function resolveReferences(data: string): string {
  if (data.length === 1) return withWindowsCharacters(data);
  return data.length > 2 && data.includes('&') ? decodeHTMLStrict(data) : data;
}
