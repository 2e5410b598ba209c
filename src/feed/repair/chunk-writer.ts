import type { Scope } from './scope.ts';
import { attributesXml } from './write-xml.ts';

/** One chunk of a document (see `split-entries.ts`), read. */
export interface Chunk {
  /** Canonical XML of the feed's own fields found here. */
  feedFields: string[];
  /** Canonical XML of the entry, or null when there is none. */
  entry: string | null;
  /** What identifies the entry: its own id, its link, or neither. */
  identity: Identity;
  format: 'rss' | 'atom' | null;
  /** Scope inside the innermost container of the feed. */
  innermost: Scope;
  /** `cut`: the document ends inside the chunk. `broken`: tags are missing or misspelt. `deep`: nested too deeply. */
  damage: 'cut' | 'broken' | 'deep' | null;
  /** Whether it holds the end of another entry whose beginning is missing. */
  lostEntry: boolean;
}

type Identity = 'own' | 'link' | 'none';

/** Collects what is read of a chunk: canonical XML of its entry and of the feed's own fields, and the damage. */
export class ChunkWriter {
  innermost: Scope;
  format: Chunk['format'] = null;
  damage: Chunk['damage'] = null;
  lostEntry = false;
  /** Whether fields written now belong to the entry. */
  isEntryOpen = false;
  #feedFields: string[] = [];
  #entry: string[] | null = null;
  #identity: Identity = 'none';

  constructor(scope: Scope) {
    this.innermost = scope;
  }

  get hasEntry(): boolean {
    return this.#entry !== null;
  }

  openEntry(attributes: Readonly<Record<string, string>>, scope: Scope): void {
    this.#entry = [`<item${attributesXml(attributes, scope, this.innermost)}>`];
    this.isEntryOpen = true;
    if ('rdf:about' in attributes) this.identify('own');
  }

  closeEntry(): void {
    this.write('</item>');
    this.isEntryOpen = false;
  }

  write(xml: string): void {
    (this.isEntryOpen ? this.#entry : this.#feedFields)?.push(xml);
  }

  /** Records that the open entry has an id of its own or a link. */
  identify(by: 'own' | 'link'): void {
    if (this.isEntryOpen && this.#identity !== 'own') this.#identity = by;
  }

  /** `markup`: whether tags of the chunk had to be repaired before it was read, and whether an entry was lost there. */
  finish(markup: { changed: boolean; lostEntry: boolean }): Chunk {
    return {
      feedFields: this.#feedFields,
      entry: this.#entry?.join('') ?? null,
      identity: this.#identity,
      format: this.format,
      innermost: this.innermost,
      damage: this.damage ?? (markup.changed && this.hasEntry ? 'broken' : null),
      lostEntry: markup.lostEntry || this.lostEntry,
    };
  }
}
