import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import type { Damage } from './damage.ts';
import { escapeAttribute, foreignBase, inlineName, startTag, VOID } from './flatten.ts';
import { canonicalName, declare, innerScope, type Scope } from './scope.ts';
import { escapeText } from './text.ts';
import { ATTRIBUTE_NAMES, shapeOf } from './vocabulary.ts';

/** What one piece of a document holds. */
export interface Chunk {
  /** Canonical XML of the feed's own fields found here. */
  feedFields: string[];
  /** Canonical XML of the entry, or null when there is none. */
  entry: string | null;
  format: 'rss' | 'atom' | null;
  /** Scope inside the innermost container that was open at the end. */
  innermost: Scope;
  damage: Omit<Damage, 'entry'> | null;
  /** Length of the text read. */
  length: number;
}

/** Nesting beyond this ends the reading of a piece. */
const DEEPEST = 400;

/** `container`: feed, channel, entry. `group`: fields inside a field. `text`: a field. `inline`: markup in one. */
type Frame =
  | { kind: 'container' | 'group'; name: string; scope: Scope }
  | {
      kind: 'text';
      name: string;
      scope: Scope;
      attributes: string;
      parts: string[];
      markup: boolean;
      xhtml: boolean;
    }
  | { kind: 'inline'; scope: Scope; end: string }
  | { kind: 'skip'; scope: Scope };

/** Elements that cannot be markup inside a text: one of them ends a text whose end tag is missing. */
const ENDS_TEXT =
  /^(?:core:(?:link|guid|pubdate|description|category|author|enclosure|id|published|updated|content|comments)|content:encoded|dc:\w+|media:\w+|itunes:\w+)$/;

class FeedParser extends Parser {
  override isVoidElement(name: string): boolean {
    return VOID.has(name);
  }
}

class TooDeep extends Error {}

/** Reads one piece: the part before the first entry (`feed`) or an entry with what follows it (`entry`). */
export function readChunk(text: string, scope: Scope, part: 'feed' | 'entry'): Chunk {
  const reader = new ChunkReader(scope);
  const parser = new FeedParser(reader, { xmlMode: true });
  try {
    parser.end(text);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    reader.giveUp();
  }
  return reader.chunk(part, text.length);
}

class ChunkReader {
  #stack: Frame[];
  #feedFields: string[] = [];
  #entry: string[] | null = null;
  #entryOpen = false;
  #format: 'rss' | 'atom' | null = null;
  #innermost: Scope;
  #damage: Chunk['damage'] = null;
  #inCdata = false;

  constructor(scope: Scope) {
    this.#stack = [{ kind: 'container', name: '', scope }];
    this.#innermost = scope;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.#stack.length > DEEPEST) throw new TooDeep();
    const parent = this.#endUnclosedText(name, attributes);
    const scope = innerScope(parent.scope, attributes);
    if (parent.kind === 'skip') this.#stack.push({ kind: 'skip', scope });
    else if (parent.kind === 'text' || parent.kind === 'inline') this.#openInline(name, attributes, scope);
    else this.#openField(name, attributes, scope, parent);
  }

  onclosetag(): void {
    const frame = this.#stack.pop();
    if (!frame) return;
    if (frame.kind === 'text') this.#write(finishText(frame));
    else if (frame.kind === 'group') this.#write(`</${frame.name}>`);
    else if (frame.kind === 'inline') this.#text()?.parts.push(frame.end);
    else if (frame.kind === 'container' && frame.name === 'entry') {
      this.#write('</item>');
      this.#entryOpen = false;
    }
  }

  oncdatastart(): void {
    this.#inCdata = true;
  }

  oncdataend(): void {
    this.#inCdata = false;
  }

  ontext(data: string): void {
    const top = this.#stack.at(-1);
    if (top?.kind === 'group') {
      this.#write(escapeText(this.#decoded(data)));
      return;
    }
    if (top?.kind !== 'text' && top?.kind !== 'inline') return;
    const text = this.#text();
    if (!text) return;
    const raw = this.#decoded(data);
    const literal = text.xhtml || (text.markup && !this.#inCdata);
    text.parts.push(literal ? escapeText(raw) : raw);
  }

  giveUp(): void {
    this.#damage = { kind: 'deep' };
    while (this.#stack.length > 1) this.onclosetag();
  }

  chunk(part: 'feed' | 'entry', length: number): Chunk {
    return {
      feedFields: this.#feedFields,
      entry: part === 'entry' && this.#entry ? this.#entry.join('') : null,
      format: this.#format,
      innermost: this.#innermost,
      damage: this.#damage,
      length,
    };
  }

  #decoded(data: string): string {
    return this.#inCdata || data.length < 3 || !data.includes('&') ? data : decodeHTMLStrict(data);
  }

  #text() {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const frame = this.#stack[at];
      if (frame?.kind === 'text') return frame;
    }
    return null;
  }

  #write(xml: string): void {
    (this.#entryOpen ? this.#entry : this.#feedFields)?.push(xml);
  }

  /** The frame that a new element stands in, once a text whose end tag is missing has been ended. */
  #endUnclosedText(name: string, attributes: Record<string, string>): Frame {
    const top = this.#stack.at(-1) as Frame;
    if (top.kind !== 'text' || top.xhtml) return top;
    const canonical = canonicalName(name, innerScope(top.scope, attributes));
    if (!canonical || !ENDS_TEXT.test(canonical)) return top;
    this.#write(finishText(top));
    const ended: Frame = { kind: 'container', name: '', scope: top.scope };
    this.#stack[this.#stack.length - 1] = ended;
    return ended;
  }

  #openInline(name: string, attributes: Record<string, string>, scope: Scope): void {
    const text = this.#text();
    const local = canonicalName(name, scope) === null && name.includes(':') ? null : inlineName(name);
    let end = '';
    if (text) {
      text.markup = true;
      if (local) {
        text.parts.push(startTag(local, attributes, foreignBase(text.scope, scope)));
        end = VOID.has(local) ? '' : `</${local}>`;
      }
    }
    this.#stack.push({ kind: 'inline', scope, end });
  }

  #openField(name: string, attributes: Record<string, string>, outer: Scope, parent: Frame): void {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase();
    const container = parent.kind === 'container';
    let scope = outer;
    let canonical = canonicalName(name, scope);
    if (container && canonical === null && /^(?:rss|feed|channel)$/.test(local)) {
      scope = declare(scope, name.slice(0, Math.max(0, name.indexOf(':'))), 'core');
      canonical = `core:${local}`;
    }
    if (container && this.#openContainer(canonical, local, attributes, scope)) return;
    const shape = canonical === null ? null : shapeOf(canonical);
    if (canonical === null || shape === null) {
      this.#stack.push({ kind: 'skip', scope });
      return;
    }
    const written = writtenAttributes(attributes, scope, parent.scope);
    if (shape === 'group') {
      this.#write(`<${canonical}${written}>`);
      this.#stack.push({ kind: 'group', name: canonical, scope });
    } else {
      const xhtml = /xhtml/.test(attributes['type'] ?? '') || canonical.startsWith('xhtml:');
      this.#stack.push({
        kind: 'text',
        name: canonical,
        scope,
        attributes: written,
        parts: [],
        markup: false,
        xhtml,
      });
    }
  }

  #openContainer(
    canonical: string | null,
    local: string,
    attributes: Record<string, string>,
    scope: Scope,
  ): boolean {
    const isEntry = canonical === 'core:item' || canonical === 'core:entry';
    const isFeed =
      canonical === 'core:rss' ||
      canonical === 'core:feed' ||
      canonical === 'core:channel' ||
      canonical === 'rdf:rdf';
    if (!isEntry && !isFeed) return false;
    if (isEntry) {
      if (this.#entry) return false;
      this.#entry = [`<item${writtenAttributes(attributes, scope, this.#innermost)}>`];
      this.#entryOpen = true;
      this.#stack.push({ kind: 'container', name: 'entry', scope });
    } else {
      this.#format ??= local === 'feed' ? 'atom' : 'rss';
      this.#innermost = scope;
      this.#stack.push({ kind: 'container', name: 'feed', scope });
    }
    return true;
  }
}

function finishText(frame: Frame & { kind: 'text' }): string {
  const form = frame.markup ? ' form="markup"' : '';
  return `<${frame.name}${frame.attributes}${form}>${escapeText(frame.parts.join(''))}</${frame.name}>`;
}

/** The attributes that are read, and what the element's scope changes against the one around it. */
function writtenAttributes(attributes: Readonly<Record<string, string>>, scope: Scope, outer: Scope): string {
  let written = '';
  for (const key of Object.keys(attributes)) {
    const local = key.startsWith('rdf:') ? key.slice(4).toLowerCase() : key.toLowerCase();
    if (!ATTRIBUTE_NAMES.has(local) || written.includes(` ${local}="`)) continue;
    written += ` ${local}="${escapeAttribute(attributes[key] ?? '')}"`;
  }
  if (scope.base !== outer.base && scope.base) written += ` base="${escapeAttribute(scope.base)}"`;
  if (scope.lang !== outer.lang && scope.lang) written += ` lang="${escapeAttribute(scope.lang)}"`;
  return written;
}
