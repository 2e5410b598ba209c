/**
 * An element as parsed, before normalising gives it a meaning. Its children have canonical names (`core:title`,
 * `dc:date`, see `vocabulary.ts`), whatever prefix and spelling the publisher used.
 */
export interface RawElement {
  /** Character data, entities resolved. With `attributes.form` = `markup`, it is HTML source made of inline markup. */
  text: string;
  attributes: Readonly<Record<string, string>>;
  /** Child elements by canonical name, each list in the document's order. */
  children: Readonly<Record<string, readonly RawElement[]>>;
}

/** An element without text, attributes and children. */
export const EMPTY: RawElement = { text: '', attributes: {}, children: {} };

/** How many entries of one document are read. The largest documents hold millions, which would take minutes. */
export const MOST_ENTRIES = 50_000;

/** A parsed document, before normalising. It has at most `MOST_ENTRIES` entries. */
export interface RawDocument {
  feed: RawElement;
  entries: RawElement[];
}

/** All children of the given names, sorted by the order of the names, then by that of the document. */
export function all(parent: RawElement, ...names: string[]): RawElement[] {
  const found: RawElement[] = [];
  for (const name of names) {
    const children = parent.children[name];
    if (children) found.push(...children);
  }
  return found;
}

/** The first child of the given names that holds text; names are tried in the given order. */
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
