import type { Document, Element } from 'domhandler';
import type { Removal } from '../digest/stored-item.ts';
import type { CleanContext } from './context.ts';
import { elementsOf, isEmpty, textOf } from './dom/tree.ts';

/**
 * One step of the cleaning: changes the tree in place and tells the receipt what it took out. Rules run in the
 * order of the table in `pipeline.ts`. After one pass over a body, a second one finds nothing to do.
 */
export interface Rule {
  /** Short stable name; the receipt and the pages show removals under it. */
  name: string;
  apply(root: Document, context: CleanContext, receipt: Receipt): void;
}

const shownCharacters = 80;

/** What was taken out of one body, and what the feed's `keep` list protects. */
export class Receipt {
  readonly #removals = new Map<string, Removal>();
  readonly #kept = new Set<Element>();

  /** Protects an element, all in it and all around it from being removed. */
  keep(found: Element): void {
    this.#kept.add(found);
  }

  /** Whether a rule may take `found` out. */
  mayRemove(found: Element): boolean {
    if (this.#kept.size === 0) return true;
    for (let around: unknown = found; around; around = (around as Element).parent) {
      if (this.#kept.has(around as Element)) return false;
    }
    return ![...this.#kept].some((kept) => isInside(kept, found));
  }

  /** Notes a removal; the removing is the rule's. Elements that show nothing are not worth a line. */
  note(rule: string, found: Element): void {
    if (!isEmpty(found)) this.noteText(rule, textOf(found, 4 * shownCharacters) || pictureText(found));
  }

  noteText(rule: string, words: string): void {
    const known = this.#removals.get(rule);
    if (known) known.count += 1;
    else this.#removals.set(rule, { rule, count: 1, text: [...words].slice(0, shownCharacters).join('') });
  }

  /** In the order of the first removal of each rule. */
  get removed(): Removal[] {
    return [...this.#removals.values()];
  }
}

function isInside(inner: Element, outer: Element): boolean {
  for (let around = inner.parent; around; around = around.parent) if (around === outer) return true;
  return false;
}

function pictureText(found: Element): string {
  const picture = [found, ...elementsOf(found)].find(({ name }) => name === 'img');
  return picture?.attribs['alt'] || picture?.attribs['src'] || '';
}
