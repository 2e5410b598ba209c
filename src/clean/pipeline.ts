import type { Document } from 'domhandler';
import { parseHtml } from '../html/parse.ts';
import { elementsOf, sizeOf } from '../html/tree.ts';
import { withEscapedMarkup } from '../text/escaped-markup.ts';
import { absoluteAddress } from './address/absolute.ts';
import { type CleanContext, namespaceOf } from './context.ts';
import { applyCustomRules } from './custom-rules.ts';
import { formatHtml } from './format-html.ts';
import { Receipt, type Removal, type Rule, type RuleFailure } from './rule.ts';
import { rule as anchors } from './rules/anchors.ts';
import { rule as beside } from './rules/beside.ts';
import { rule as bios } from './rules/bios.ts';
import { rule as boilerplate } from './rules/boilerplate.ts';
import { rule as captions } from './rules/captions.ts';
import { rule as code } from './rules/code.ts';
import { rule as conversion } from './rules/conversion.ts';
import { rule as decorations } from './rules/decorations.ts';
import { rule as embeds } from './rules/embeds.ts';
import { rule as empty } from './rules/empty.ts';
import { rule as figures } from './rules/figures.ts';
import { rule as formulas } from './rules/formulas.ts';
import { rule as headings } from './rules/headings.ts';
import { rule as hover } from './rules/hover.ts';
import { rule as invisible } from './rules/invisible.ts';
import { rule as links } from './rules/links.ts';
import { rule as listed } from './rules/listed.ts';
import { rule as marked } from './rules/marked.ts';
import { rule as notices } from './rules/notices.ts';
import { rule as paragraphs } from './rules/paragraphs.ts';
import { rule as pictures } from './rules/pictures.ts';
import { rule as plainText } from './rules/plain-text.ts';
import { rule as promos } from './rules/promos.ts';
import { rule as related } from './rules/related.ts';
import { rule as repeats } from './rules/repeats.ts';
import { rule as targets } from './rules/targets.ts';
import { rule as text } from './rules/text.ts';
import { rule as timestamps } from './rules/timestamps.ts';
import { rule as warnings } from './rules/warnings.ts';
import { sanitize } from './sanitize.ts';

export type { CleanContext } from './context.ts';

/** A cleaned body: HTML of the allow-list only, what was removed from it, and which custom rules failed. */
export interface Cleaned {
  html: string;
  removed: Removal[];
  failures: RuleFailure[];
}

/** Rules that judge lines by their words and place. They run in rounds: a removal by one can make work for another. */
const lineRules: readonly Rule[] = [
  captions,
  timestamps,
  notices,
  related,
  promos,
  bios,
  repeats,
  decorations,
  empty,
];

/** The steps between parsing a body and sanitising it, in order. */
export const rules: readonly Rule[] = [
  formulas,
  invisible,
  listed,
  boilerplate,
  code,
  plainText,
  warnings,
  marked,
  anchors,
  hover,
  pictures,
  embeds,
  links,
  text,
  figures,
  paragraphs,
  empty,
  untilNothingChanges(lineRules),
  paragraphs,
  headings,
  conversion,
  beside,
];

/** The names of the built-in rules. */
export const ruleNames: ReadonlySet<string> = new Set(
  [...rules, ...lineRules, targets].map(({ name }) => name),
);

/** Most rounds for one body, even if it still changes. */
const mostRounds = 4;

/** Repeats rules until the tree keeps its size. The rules note their removals under their own names. */
function untilNothingChanges(together: readonly Rule[]): Rule {
  return {
    name: 'rounds',
    apply(root, context, receipt) {
      let size = -1;
      for (let round = 0; round < mostRounds && size !== sizeOf(root); round += 1) {
        size = sizeOf(root);
        for (const rule of together) rule.apply(root, context, receipt);
      }
    },
  };
}

/**
 * Cleans an article body: keeps the article and nothing else, as HTML of the allow-list, with a receipt of what was
 * removed. `html` may be any text. `custom` rules run after the built-in ones and before the sanitiser. Never throws:
 * a rule that fails is skipped.
 */
export function clean(html: string, context: CleanContext, custom: readonly Rule[] = []): Cleaned {
  const { html: cleaned, removed, failures } = cleanToTree(html, context, custom);
  return { html: cleaned, removed, failures };
}

/** The address that the body says its relative addresses belong to, else that of the article. */
function baseIn(root: Document, base: string | null): string | null {
  const given = elementsOf(root).find(({ name, attribs }) => name === 'base' && attribs['href']);
  return absoluteAddress(given?.attribs['href'], base) ?? base;
}

/**
 * Does the same and returns the tree that the HTML was written from as well, to read facts about the body. The tree is
 * not sanitised: take only plain text and checked addresses from it.
 */
export function cleanToTree(
  html: string,
  context: CleanContext,
  custom: readonly Rule[] = [],
): Cleaned & { root: Document } {
  const tree = parseHtml(withEscapedMarkup(html));
  const inBody = { ...context, base: baseIn(tree, context.base) };
  const receipt = new Receipt();
  const apply = (rule: Rule, to: Document, facts: CleanContext) => {
    try {
      rule.apply(to, facts, receipt);
    } catch {
      // The other rules still run, and the sanitiser behind them depends on none of them.
    }
  };
  for (const rule of rules) apply(rule, tree, inBody);
  const { root, failures } = applyCustomRules(tree, custom, inBody, receipt);
  // Behind the custom rules, which may remove a place that a link leads to; in the namespace by which the sanitiser knows
  // the ids.
  apply(targets, root, context);
  return {
    html: sanitize(formatHtml(root), namespaceOf(context)),
    removed: receipt.removed,
    failures: [...receipt.failures, ...failures],
    root,
  };
}
