import { Parser } from 'htmlparser2';
import { escapeText } from '../text/text.ts';
import { containerName, isEntryName, isFeedName, isMisspeltChannel, isMisspeltEntry } from './container.ts';
import { VOID } from './flatten.ts';
import { mend } from './mend.ts';
import { canonicalName, innerScope, type Scope } from './scope.ts';
import { resolveReferences, TextField } from './text-field.ts';
import { shapeOf } from './vocabulary.ts';
import { attributesXml } from './write-xml.ts';

type Attributes = Readonly<Record<string, string>>;

/** What one piece of a document holds. */
export interface Chunk {
  /** Canonical XML of the feed's own fields found here. */
  feedFields: string[];
  /** Canonical XML of the entry, or null when there is none. */
  entry: string | null;
  /** What identifies the entry: an id of its own, its link, or neither. */
  identity: 'own' | 'link' | 'none';
  format: 'rss' | 'atom' | null;
  /** Scope inside the innermost container of the feed. */
  innermost: Scope;
  /** `cut`: the document ends in the middle of it. `broken`: tags are missing or misspelt. `deep`: nested beyond reason. */
  damage: 'cut' | 'broken' | 'deep' | null;
  /** Whether it holds the rest of another entry, whose beginning is missing. */
  lostEntry: boolean;
}

/** `container`: the document, a feed, an entry. `group`: fields inside a field. `inline`: markup inside a text. */
type Frame =
  | { kind: 'container'; entry: boolean; scope: Scope }
  | { kind: 'group'; name: string; scope: Scope }
  | { kind: 'text'; text: TextField; scope: Scope }
  | { kind: 'inline'; end: string; text: TextField; scope: Scope }
  | { kind: 'skip'; scope: Scope };

/** Thrown to end a piece that is nested beyond reason. */
class TooDeep extends Error {}

/** Nesting beyond this ends the reading of a piece. */
const DEEPEST = 300;

/** Elements that cannot be markup inside a text: where one begins, the text's own end tag is missing. */
const ENDS_TEXT =
  /^(?:core:(?:link|guid|pubdate|description|category|author|enclosure|id|published|updated|content|comments)|fulltext:encoded|(?:dc|dcterms|media|itunes):\w+)$/;

/** Takes htmlparser2's events for one piece of a document and writes canonical XML. */
class ChunkReader {
  #stack: Frame[];
  #innermost: Scope;
  #feedFields: string[] = [];
  #entry: string[] | null = null;
  #entryOpen = false;
  #identity: Chunk['identity'] = 'none';
  #format: Chunk['format'] = null;
  #damage: Chunk['damage'] = null;
  #lostEntry = false;
  #inCdata = false;
  #ending: 'complete' | 'cut' | null = null;

  constructor(scope: Scope) {
    this.#stack = [{ kind: 'container', entry: false, scope }];
    this.#innermost = scope;
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
    // An element that closes itself ends by implication as well, and has nothing in it.
    if (isImplied && frame?.kind === 'text' && !frame.text.isEmpty) this.#damage ??= 'broken';
    if (frame?.kind === 'text') this.#finishText(frame.text);
    else if (frame?.kind === 'inline') frame.text.closeElement(frame.end);
    else if (frame?.kind === 'group') this.#write(`</${frame.name}>`);
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
    else if (top?.kind === 'group') this.#write(escapeText(this.#inCdata ? data : resolveReferences(data)));
    else if (top?.kind === 'container' && this.#entryOpen && data.trim() !== '') this.#damage ??= 'broken';
  }

  /** To be called when the piece has been read: what is still open has no end. */
  end(complete: boolean): void {
    this.#ending = complete ? 'complete' : 'cut';
  }

  giveUp(): void {
    this.#damage = 'deep';
    this.#ending = 'cut';
    while (this.#stack.length > 1) this.onclosetag();
  }

  chunk(mended: boolean): Chunk {
    return {
      feedFields: this.#feedFields,
      entry: this.#entry?.join('') ?? null,
      identity: this.#identity,
      format: this.#format,
      innermost: this.#innermost,
      damage: this.#damage ?? (mended && this.#entry ? 'broken' : null),
      lostEntry: this.#lostEntry,
    };
  }

  /** The frame that a new element stands in, once a text whose end tag is missing has been ended. */
  #parent(name: string, attributes: Attributes): Frame {
    const top = this.#stack.at(-1) as Frame;
    if (top.kind !== 'text' || top.text.isXhtml) return top;
    const canonical = canonicalName(name, innerScope(top.scope, attributes));
    if (!canonical || !ENDS_TEXT.test(canonical)) return top;
    this.#damage = 'broken';
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
      this.#write(`<${canonical}${attributesXml(attributes, scope, parent.scope)}>`);
      this.#stack.push({ kind: 'group', name: canonical, scope });
    } else {
      const text = new TextField(canonical, attributes, scope, parent.scope);
      this.#stack.push({ kind: 'text', text, scope });
      if (canonical === 'core:link' && attributes['href']) this.#identify('link');
    }
  }

  #openContainer(canonical: string | null, attributes: Attributes, scope: Scope): boolean {
    const depth = this.#stack.length;
    if (isEntryName(canonical)) return this.#openEntry(attributes, scope);
    if (isFeedName(canonical)) {
      this.#format ??= canonical === 'core:feed' ? 'atom' : 'rss';
    } else if (this.#entry !== null || (depth > 1 && !(depth === 2 && isMisspeltChannel(canonical)))) {
      if (!this.#entryOpen && isMisspeltEntry(canonical)) this.#lostEntry = true;
      return false;
    }
    this.#innermost = scope;
    this.#stack.push({ kind: 'container', entry: false, scope });
    return true;
  }

  #openEntry(attributes: Attributes, scope: Scope): boolean {
    if (this.#entry) return false;
    this.#entry = [`<item${attributesXml(attributes, scope, this.#innermost)}>`];
    this.#entryOpen = true;
    if ('rdf:about' in attributes) this.#identify('own');
    this.#stack.push({ kind: 'container', entry: true, scope });
    return true;
  }

  #finishText(text: TextField): void {
    if (this.#ending === 'cut') return;
    this.#write(text.toXml());
    if (text.isBlank) return;
    if (text.name === 'core:guid' || text.name === 'core:id') this.#identify('own');
    else if (text.name === 'core:link') this.#identify('link');
  }

  #identify(by: 'own' | 'link'): void {
    if (this.#entryOpen && this.#identity !== 'own') this.#identity = by;
  }

  #closeEntry(): void {
    if (this.#ending !== null) this.#damage ??= this.#ending === 'cut' ? 'cut' : 'broken';
    this.#write('</item>');
    this.#entryOpen = false;
  }

  #write(xml: string): void {
    (this.#entryOpen ? this.#entry : this.#feedFields)?.push(xml);
  }
}

class FeedParser extends Parser {
  override isVoidElement(name: string): boolean {
    return VOID.has(name);
  }
}

/**
 * Reads one piece of a document. `complete` is false for a piece that ends where a damaged document ends: the field
 * that is open there is cut off, and left out.
 */
export function readChunk(text: string, scope: Scope, complete: boolean): Chunk {
  const { text: mended, changed, lostEntry } = mend(text);
  const reader = new ChunkReader(scope);
  const parser = new FeedParser(reader, { xmlMode: true });
  try {
    parser.write(mended);
    reader.end(complete);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    reader.giveUp();
  }
  const chunk = reader.chunk(changed);
  return { ...chunk, lostEntry: lostEntry || chunk.lostEntry };
}
