import type { Document, Element } from 'domhandler';
import { isEmpty } from '../html/nodes.ts';
import { textOf } from '../html/text-of.ts';
import { elementsOf } from '../html/tree.ts';
import type { CleanContext } from './context.ts';
import { isKept, keep } from './dom/kept.ts';

/**
 * One step of the cleaning: changes the tree in place and notes in the receipt what it removed. Rules run in the order
 * of the table in `pipeline.ts`. A second pass over a cleaned body changes nothing.
 */
export interface Rule {
  /**
   * The name of the rule's file. The receipt lists what the rule removes under this name, or under `<name>/<kind>`
   * where the rule tells kinds apart.
   */
  name: string;
  apply(root: Document, context: CleanContext, receipt: Receipt): void;
}

const shownCharacters = 80;

/** What one rule removed from a body, as the receipt keeps it. */
export interface Removal {
  /** `<file>` or `<file>/<kind>`: the rule is `rules/<file>.ts`. Stored papers may have names of earlier versions. */
  rule: string;
  /** In how many places. */
  count: number;
  /** The first words of the first removal. */
  text: string;
}

/** What the owner of a paper added and could not be applied to a body. */
export interface RuleFailure {
  /** The name of a custom rule; of a setting, the setting and its value. */
  rule: string;
  isSetting?: boolean;
  message: string;
}

/** Records what was removed from one body, and protects what must stay. */
export class Receipt {
  readonly #removals = new Map<string, Removal>();
  #protects = false;
  readonly #failures: RuleFailure[] = [];

  /** Protects an element and everything in it from removal. */
  keep(found: Element): void {
    this.#protects = true;
    keep(found);
  }

  /** Whether a rule may remove `found`: the feed's `keep` list protects neither it nor a part of it. */
  mayRemove(found: Element): boolean {
    return !this.#protects || !isKept(found);
  }

  /** Notes a removal that the rule makes itself. Does not note an element that shows nothing. */
  note(rule: string, found: Element): void {
    if (!isEmpty(found)) this.noteText(rule, textOf(found, 4 * shownCharacters) || pictureText(found));
  }

  /** Notes the removal of a line with these words, or of a picture by its address. */
  noteText(rule: string, words: string): void {
    const known = this.#removals.get(rule);
    if (known) known.count += 1;
    else this.#removals.set(rule, { rule, count: 1, text: [...words].slice(0, shownCharacters).join('') });
  }

  /** Drops what a rule noted, under its name or `<name>/<kind>`: its removals were undone. */
  forget(name: string): void {
    for (const rule of this.#removals.keys())
      if (rule === name || rule.startsWith(`${name}/`)) this.#removals.delete(rule);
  }

  /** Notes that a setting of the owner could not be applied, as `remove: <selector>`. */
  fail(rule: string, message: string): void {
    this.#failures.push({ rule, isSetting: true, message });
  }

  get failures(): readonly RuleFailure[] {
    return this.#failures;
  }

  /** The removals by name, in the order of the first of each. */
  get removed(): Removal[] {
    return [...this.#removals.values()];
  }
}

function pictureText(found: Element): string {
  const picture = [found, ...elementsOf(found)].find(({ name }) => name === 'img');
  return picture?.attribs['alt'] || picture?.attribs['src'] || '';
}
