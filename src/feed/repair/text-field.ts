import { decodeHTMLStrict } from 'entities';
import { escapeText } from '../../text/escape.ts';
import { withWindowsCharacters } from '../../text/windows-characters.ts';
import { inlineName, startTag, VOID } from './inline-html.ts';
import { canonicalName, type Scope } from './scope.ts';
import { attributesXml, textXml } from './write-xml.ts';

type Attributes = Readonly<Record<string, string>>;

/**
 * A field that holds text, as it is being read. Elements in it are inline markup and become HTML source, in order:
 * rss-parser, which reads the result, would return all text first and then all elements.
 */
export class TextField {
  readonly name: string;
  readonly scope: Scope;
  /** Whether its type says that its text is XHTML. */
  readonly #xhtml: boolean;
  readonly #attributes: string;
  #parts: string[] = [];
  /** Whether it has had an element inside, so that its text is HTML source. */
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

  /** Adds characters. After the first element they are escaped, unless a CDATA section holds HTML. */
  addText(data: string, inCdata: boolean): void {
    const plain = inCdata ? data : resolveReferences(data);
    this.#parts.push(this.#markup && (this.#xhtml || !inCdata) ? escapeText(plain) : plain);
  }

  /** Adds the start tag of an element and returns its end tag. `isDirect`: no other inline element is open. */
  openElement(name: string, attributes: Attributes, scope: Scope, isDirect: boolean): string {
    // Of an element in a vocabulary that is not read (`o:p` of a word processor), only the text is kept.
    const local = name.includes(':') && canonicalName(name, scope) === null ? null : inlineName(name);
    const isWrapper = this.#xhtml && local === 'div' && isDirect && !this.#markup && this.isBlank;
    // The text so far was kept as it is because it could have been escaped HTML.
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

/** Resolves HTML's named entities, and the Windows-1252 numbers that a reference such as `&#146;` stands for. */
export function resolveReferences(data: string): string {
  if (data.length === 1) return withWindowsCharacters(data);
  return data.length > 2 && data.includes('&') ? decodeHTMLStrict(data) : data;
}
