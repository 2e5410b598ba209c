import type { Removal } from '../clean/rule.ts';
import { lookUp } from '../text/look-up.ts';

/** Names in the receipts of earlier versions, each with the key under which its words are listed today. */
const earlierNames = new Map([
  ['bio', 'bios'],
  ['caption', 'captions'],
  ['decoration', 'decorations'],
  ['embed', 'embeds'],
  ['furniture', 'forum'],
  ['notice', 'notices'],
  ['promo', 'promos'],
  ['repeat', 'repeats'],
  ['timestamp', 'timestamps'],
]);

/** One line of the receipt on an article's page. */
export interface ReceiptLine {
  label: string;
  count: number;
  text: string;
}

/**
 * The receipt of an article in the words of the page, `words` by kind of removal. Removals with the same label become
 * one line, in the order of the first. A removal without words is listed under the name that is stored.
 */
export function receiptLines(
  removed: readonly Removal[],
  words: Readonly<Record<string, string>>,
): ReceiptLine[] {
  const lines = new Map<string, ReceiptLine>();
  for (const { rule, count, text } of removed) {
    const label = lookUp(words, wordKey(rule)) ?? rule;
    const line = lines.get(label);
    if (line) line.count += count;
    else lines.set(label, { label, count, text });
  }
  return [...lines.values()];
}

/** The key of a removal in `Texts.rules`: the kind, else the name of the rule. */
function wordKey(rule: string): string {
  const kind = rule.slice(rule.lastIndexOf('/') + 1);
  return earlierNames.get(kind) ?? kind;
}
