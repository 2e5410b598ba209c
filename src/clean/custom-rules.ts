import type { Document } from 'domhandler';
import { parseHtml } from '../html/parse.ts';
import type { CleanContext } from './context.ts';
import { formatHtml } from './format-html.ts';
import type { Receipt, Rule, RuleFailure } from './rule.ts';

/** Rules that the owner of a paper adds to the built-in ones, in the order in which they run. */
export interface CustomRules {
  rules: readonly Rule[];
  /** Digest of their text; '' without rules. Items are cleaned again when it changes. */
  digest: string;
}

export const noCustomRules: CustomRules = { rules: [], digest: '' };

/**
 * Applies custom rules to a tree and returns the tree that results, with the rules that failed. A rule that throws,
 * leaves a tree that cannot be written, or answers later (`async`) is skipped: the tree is as it was before it.
 */
export function applyCustomRules(
  root: Document,
  rules: readonly Rule[],
  context: CleanContext,
  receipt: Receipt,
): { root: Document; failures: RuleFailure[] } {
  const failures: RuleFailure[] = [];
  let tree = root;
  for (const rule of rules) {
    const before = formatHtml(tree);
    try {
      refuseLater(rule.apply(tree, context, receipt));
      // Read again: a rule may have built what no HTML parser builds.
      tree = parseHtml(formatHtml(tree));
    } catch (error) {
      failures.push({ rule: rule.name, message: error instanceof Error ? error.message : String(error) });
      receipt.forget(rule.name);
      tree = parseHtml(before);
    }
  }
  return { root: tree, failures };
}

/** TypeScript takes an `async` function for one that returns nothing. */
function refuseLater(result: unknown): void {
  if (!(result instanceof Promise)) return;
  result.catch(() => {});
  throw new Error('apply must not be async');
}
