import { decodeHTMLStrict } from 'entities';
import type { Chunk } from './chunk.ts';
import { inlineName, startTag, VOID } from './flatten.ts';
import { isMisspelt } from './mend.ts';
import { canonicalName, declare, innerScope, type Scope } from './scope.ts';
import { escapeText, withWindowsCharacters } from './text.ts';
import { shapeOf } from './vocabulary.ts';
import { attributesXml, textXml } from './write-xml.ts';

type Attributes = Readonly<Record<string, string>>;

interface TextFrame {
  kind: 'text';
  name: string;
  scope: Scope;
  /** Canonical XML of its attributes. */
  attributes: string;
  parts: string[];
  /** Whether it had elements inside, so that its text is HTML source. */
  markup: boolean;
  /** Whether its text is markup by declaration: then its characters mean themselves. */
  xhtml: boolean;
}

/** `container`: the document, a feed, an entry. `group`: fields inside a field. `inline`: markup inside a text. */
type Frame =
  | TextFrame
  | { kind: 'container'; entry: boolean; scope: Scope }
  | { kind: 'group'; name: string; scope: Scope }
  | { kind: 'inline'; end: string; text: TextFrame; scope: Scope }
  | { kind: 'skip'; scope: Scope };

/** Thrown to end a piece that is nested beyond reason. */
export class TooDeep extends Error {}

/** Nesting beyond this ends the reading of a piece. */
const DEEPEST = 300;

/** Elements that cannot be markup inside a text: where one begins, the text's own end tag is missing. */
const ENDS_TEXT =
  /^(?:core:(?:link|guid|pubdate|description|category|author|enclosure|id|published|updated|content|comments)|content:encoded|(?:dc|dcterms|media|itunes):\w+)$/;

/** Takes htmlparser2's events for one piece of a document and writes canonical XML. */
export class ChunkReader {
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
    else if (parent.kind === 'text') this.#openInline(name, attributes, scope, parent);
    else if (parent.kind === 'inline') this.#openInline(name, attributes, scope, parent.text);
    else this.#openField(name, attributes, scope, parent);
  }

  onclosetag(_name?: string, isImplied = false): void {
    const frame = this.#stack.pop();
    // An element that closes itself ends by implication as well, and has nothing in it.
    if (isImplied && frame?.kind === 'text' && frame.parts.length > 0) this.#damage ??= 'broken';
    if (frame?.kind === 'text') this.#finishText(frame);
    else if (frame?.kind === 'inline') frame.text.parts.push(frame.end);
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
    const plain = this.#inCdata ? data : resolved(data);
    if (top?.kind === 'group') this.#write(escapeText(plain));
    else if (top?.kind === 'text') top.parts.push(this.#asSource(plain, top));
    else if (top?.kind === 'inline') top.text.parts.push(this.#asSource(plain, top.text));
    else if (top?.kind === 'container' && this.#entryOpen && plain.trim() !== '') this.#damage ??= 'broken';
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
    if (top.kind !== 'text' || top.xhtml) return top;
    const canonical = canonicalName(name, innerScope(top.scope, attributes));
    if (!canonical || !ENDS_TEXT.test(canonical)) return top;
    this.#damage = 'broken';
    this.#finishText(top);
    const rest: Frame = { kind: 'container', entry: false, scope: top.scope };
    this.#stack[this.#stack.length - 1] = rest;
    return rest;
  }

  #openField(name: string, attributes: Attributes, outer: Scope, parent: Frame): void {
    const { canonical, scope } = this.#named(name, outer, parent);
    if (parent.kind === 'container' && this.#openContainer(canonical, attributes, scope)) return;
    const shape = canonical === null ? null : shapeOf(canonical);
    if (canonical === null || shape === null) {
      this.#stack.push({ kind: 'skip', scope });
    } else if (shape === 'group') {
      this.#write(`<${canonical}${attributesXml(attributes, scope, parent.scope)}>`);
      this.#stack.push({ kind: 'group', name: canonical, scope });
    } else {
      const xml = attributesXml(attributes, scope, parent.scope);
      const xhtml =
        canonical.startsWith('xhtml:') || /xhtml|^xml$/i.test(attributes['type'] ?? attributes['mode'] ?? '');
      this.#stack.push({
        kind: 'text',
        name: canonical,
        scope,
        attributes: xml,
        parts: [],
        markup: false,
        xhtml,
      });
      if (canonical === 'core:link' && attributes['href'] && this.#entryOpen) this.#identify('link');
    }
  }

  /** The element's name; a root in a namespace that nobody knows makes that namespace the feed's own. */
  #named(name: string, scope: Scope, parent: Frame): { canonical: string | null; scope: Scope } {
    const canonical = canonicalName(name, scope);
    if (canonical !== null || parent.kind !== 'container') return { canonical, scope };
    const colon = name.indexOf(':');
    const local = name.slice(colon + 1).toLowerCase();
    if (!FEED_NAMES.has(`core:${local}`)) return { canonical, scope };
    return { canonical: `core:${local}`, scope: declare(scope, name.slice(0, Math.max(0, colon)), 'core') };
  }

  #openContainer(canonical: string | null, attributes: Attributes, scope: Scope): boolean {
    const isRoot = this.#stack.length === 1 && this.#entry === null;
    if (canonical === 'core:item' || canonical === 'core:entry') {
      if (this.#entry) return false;
      this.#entry = [`<item${attributesXml(attributes, scope, this.#innermost)}>`];
      this.#entryOpen = true;
      if (Object.keys(attributes).some((key) => key === 'rdf:about')) this.#identity = 'own';
      this.#stack.push({ kind: 'container', entry: true, scope });
      return true;
    }
    if (canonical !== null && FEED_NAMES.has(canonical)) {
      this.#format ??= canonical === 'core:feed' ? 'atom' : 'rss';
    } else if (!isRoot && !(this.#stack.length === 2 && isMisspelt(canonical ?? '', 'core:channel'))) {
      if (!this.#entryOpen && isMisspeltEntry(canonical ?? '')) this.#lostEntry = true;
      return false;
    }
    this.#innermost = scope;
    this.#stack.push({ kind: 'container', entry: false, scope });
    return true;
  }

  #openInline(name: string, attributes: Attributes, scope: Scope, text: TextFrame): void {
    // Elements of an unread vocabulary (`o:p` of a word processor) leave their text behind.
    const local = name.includes(':') && canonicalName(name, scope) === null ? null : inlineName(name);
    const wrapper =
      text.xhtml && local === 'div' && this.#stack.at(-1) === text && text.parts.join('').trim() === '';
    // Until here it could have been escaped HTML; with elements inside, its characters mean themselves.
    if (text.xhtml && !text.markup) text.parts = text.parts.map(escapeText);
    text.markup = true;
    if (local && !wrapper) text.parts.push(startTag(local, attributes, scope, text.scope));
    const end = !local || wrapper || VOID.has(local) ? '' : `</${local}>`;
    this.#stack.push({ kind: 'inline', end, text, scope });
  }

  /** Characters of a text as what the text holds: HTML source once there is markup in it. */
  #asSource(plain: string, text: TextFrame): string {
    return text.markup && (text.xhtml || !this.#inCdata) ? escapeText(plain) : plain;
  }

  #finishText(frame: TextFrame): void {
    if (this.#ending === 'cut') return;
    const { name, attributes, parts, markup } = frame;
    const text = parts.join('');
    const form = markup ? ' form="markup"' : '';
    this.#write(`<${name}${attributes}${form}>${textXml(text)}</${name}>`);
    if (!this.#entryOpen || text.trim() === '') return;
    if (name === 'core:guid' || name === 'core:id') this.#identify('own');
    else if (name === 'core:link') this.#identify('link');
  }

  #identify(by: 'own' | 'link'): void {
    if (this.#identity !== 'own') this.#identity = by;
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

/** Text with the entities that XML does not know; a single character may come from a reference (`&#146;`). */
function resolved(data: string): string {
  if (data.length === 1) return withWindowsCharacters(data);
  return data.length > 2 && data.includes('&') ? decodeHTMLStrict(data) : data;
}

const FEED_NAMES: ReadonlySet<string> = new Set(['core:rss', 'core:feed', 'core:channel', 'rdf:rdf']);

/** Whether an element was meant as an entry; RSS 1.0 has `items`. */
function isMisspeltEntry(name: string): boolean {
  return name !== 'core:items' && (isMisspelt(name, 'core:item') || isMisspelt(name, 'core:entry'));
}
