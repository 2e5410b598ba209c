/**
 * One element of a repaired document. `name` is canonical (`core:title`, `dc:date`, see `vocabulary.ts`), whatever
 * prefix and spelling the publisher used.
 */
export interface RawElement {
  /** Character data, entities resolved. Inline markup is HTML source, and `attributes.form` is `markup`. */
  text: string;
  attributes: Readonly<Record<string, string>>;
  /** Child elements by canonical name, each list in the document's order. */
  children: Readonly<Record<string, readonly RawElement[]>>;
}

export const EMPTY: RawElement = { text: '', attributes: {}, children: {} };

/** A document as the parser left it, before any meaning is read into it. */
export interface RawDocument {
  feed: RawElement;
  entries: RawElement[];
}

/** All children of the given names: the names' order first, then the document's. */
export function all(parent: RawElement, ...names: string[]): RawElement[] {
  const found: RawElement[] = [];
  for (const name of names) {
    const children = parent.children[name];
    if (children) found.push(...children);
  }
  return found;
}

/** The first child of the given names that holds any text, names tried in the order given. */
export function first(parent: RawElement, ...names: string[]): RawElement | null {
  return all(parent, ...names).find((child) => child.text.trim() !== '') ?? null;
}

/** The trimmed text of `first`, or null. */
export function firstText(parent: RawElement, ...names: string[]): string | null {
  return first(parent, ...names)?.text.trim() ?? null;
}

/** A trimmed attribute, or null when absent or blank. */
export function attribute(element: RawElement, name: string): string | null {
  const value = element.attributes[name]?.trim();
  return value === undefined || value === '' ? null : value;
}
