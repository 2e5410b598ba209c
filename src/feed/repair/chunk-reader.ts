import { escapeText } from '../../text/escape.ts';
import { shapeOf } from '../vocabulary.ts';
import { ChunkWriter } from './chunk-writer.ts';
import {
  containerName,
  isEntryName,
  isFeedName,
  isMisspeltChannel,
  isMisspeltEntry,
} from './container-names.ts';
import { type Attributes, ENDS_TEXT, type Frame } from './frame.ts';
import { canonicalName, innerScope, type Scope } from './scope.ts';
import { resolveReferences, TextField } from './text-field.ts';
import { attributesXml } from './write-xml.ts';

/** Thrown to stop reading a chunk whose elements are nested too deeply. */
export class TooDeep extends Error {}

/** How many elements may be open at a time. */
const DEEPEST = 300;

/** Takes htmlparser2's events for one chunk of a document and writes canonical XML. */
export class ChunkReader {
  readonly out: ChunkWriter;
  #stack: Frame[];
  #inCdata = false;
  #ending: 'complete' | 'cut' | null = null;

  constructor(scope: Scope) {
    this.out = new ChunkWriter(scope);
    this.#stack = [{ kind: 'container', entry: false, scope }];
  }

  onopentag(name: string, attributes: Attributes): void {
    if (this.#stack.length > DEEPEST) throw new TooDeep();
    const parent = this.#parent(name, attributes);
    const scope = innerScope(parent.scope, attributes);
    if (parent.kind === 'skip') this.#stack.push({ kind: 'skip', scope });
    else if (parent.kind === 'text' || parent.kind === 'inline') {
      const { text } = parent;
      const end = text.openElement(name, attributes, scope, parent.kind === 'text');
      this.#stack.push({ kind: 'inline', end, text, scope });
    } else this.#openField(name, attributes, scope, parent);
  }

  onclosetag(_name?: string, isImplied = false): void {
    const frame = this.#stack.pop();
    // The parser also calls the end of `<title/>` implied; such an element is empty.
    if (isImplied && frame?.kind === 'text' && !frame.text.isEmpty) this.out.damage ??= 'broken';
    if (frame?.kind === 'text') this.#finishText(frame.text);
    else if (frame?.kind === 'inline') frame.text.closeElement(frame.end);
    else if (frame?.kind === 'group') this.out.write(`</${frame.name}>`);
    else if (frame?.kind === 'container' && frame.entry) this.#closeEntry();
  }

  oncdatastart(): void {
    this.#inCdata = true;
  }

  oncdataend(): void {
    this.#inCdata = false;
  }

  ontext(data: string): void {
    const top = this.#stack.at(-1);
    if (top?.kind === 'text' || top?.kind === 'inline') top.text.addText(data, this.#inCdata);
    else if (top?.kind === 'group')
      this.out.write(escapeText(this.#inCdata ? data : resolveReferences(data)));
    else if (top?.kind === 'container' && this.out.isEntryOpen && data.trim() !== '')
      this.out.damage ??= 'broken';
  }

  /** Called after the last character of the chunk: elements still open then have no end tag. */
  end(complete: boolean): void {
    this.#ending = complete ? 'complete' : 'cut';
  }

  /** Closes all elements of a chunk that is nested too deeply. */
  giveUp(): void {
    this.out.damage = 'deep';
    this.#ending = 'cut';
    while (this.#stack.length > 1) this.onclosetag();
  }

  /** The frame that a new element belongs to, after closing a text whose end tag is missing. */
  #parent(name: string, attributes: Attributes): Frame {
    const top = this.#stack.at(-1) as Frame;
    if (top.kind !== 'text' || top.text.isXhtml) return top;
    const canonical = canonicalName(name, innerScope(top.scope, attributes));
    if (!canonical || !ENDS_TEXT.test(canonical)) return top;
    this.out.damage = 'broken';
    this.#finishText(top.text);
    const rest: Frame = { kind: 'container', entry: false, scope: top.scope };
    this.#stack[this.#stack.length - 1] = rest;
    return rest;
  }

  #openField(name: string, attributes: Attributes, outer: Scope, parent: Frame): void {
    const inContainer = parent.kind === 'container';
    const named = { canonical: canonicalName(name, outer), scope: outer };
    const { canonical, scope } = inContainer ? containerName(name, outer) : named;
    if (inContainer && this.#openContainer(canonical, attributes, scope)) return;
    const shape = canonical === null ? null : shapeOf(canonical);
    if (canonical === null || shape === null) {
      this.#stack.push({ kind: 'skip', scope });
    } else if (shape === 'group') {
      this.out.write(`<${canonical}${attributesXml(attributes, scope, parent.scope)}>`);
      this.#stack.push({ kind: 'group', name: canonical, scope });
    } else {
      const text = new TextField(canonical, attributes, scope, parent.scope);
      this.#stack.push({ kind: 'text', text, scope });
      if (canonical === 'core:link' && attributes['href']) this.out.identify('link');
    }
  }

  /** Opens an entry or a container of the feed; false when the element is neither. */
  #openContainer(canonical: string | null, attributes: Attributes, scope: Scope): boolean {
    const { out } = this;
    const depth = this.#stack.length;
    if (isEntryName(canonical)) {
      if (out.hasEntry) return false;
      out.openEntry(attributes, scope);
      this.#stack.push({ kind: 'container', entry: true, scope });
      return true;
    }
    if (isFeedName(canonical)) {
      out.format ??= canonical === 'core:feed' ? 'atom' : 'rss';
    } else if (out.hasEntry || (depth > 1 && !(depth === 2 && isMisspeltChannel(canonical)))) {
      if (!out.isEntryOpen && isMisspeltEntry(canonical)) out.lostEntry = true;
      return false;
    }
    out.innermost = scope;
    this.#stack.push({ kind: 'container', entry: false, scope });
    return true;
  }

  #finishText(text: TextField): void {
    if (this.#ending === 'cut') return;
    this.out.write(text.toXml());
    if (text.isBlank) return;
    if (text.name === 'core:guid' || text.name === 'core:id') this.out.identify('own');
    else if (text.name === 'core:link') this.out.identify('link');
  }

  #closeEntry(): void {
    if (this.#ending !== null) this.out.damage ??= this.#ending === 'cut' ? 'cut' : 'broken';
    this.out.closeEntry();
  }
}
