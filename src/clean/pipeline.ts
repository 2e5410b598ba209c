import type { Document } from 'domhandler';
import { parseHtml } from '../html/parse.ts';
import { sizeOf } from '../html/tree.ts';
import type { CleanContext } from './context.ts';
import { formatHtml } from './format-html.ts';
import { Receipt, type Removal, type Rule } from './rule.ts';
import { rule as bios } from './rules/bios.ts';
import { rule as boilerplate } from './rules/boilerplate.ts';
import { rule as captions } from './rules/captions.ts';
import { rule as conversion } from './rules/conversion.ts';
import { rule as decorations } from './rules/decorations.ts';
import { rule as embeds } from './rules/embeds.ts';
import { rule as empty } from './rules/empty.ts';
import { rule as figures } from './rules/figures.ts';
import { rule as headings } from './rules/headings.ts';
import { rule as invisible } from './rules/invisible.ts';
import { rule as links } from './rules/links.ts';
import { rule as listed } from './rules/listed.ts';
import { rule as marked } from './rules/marked.ts';
import { rule as notices } from './rules/notices.ts';
import { rule as paragraphs } from './rules/paragraphs.ts';
import { rule as pictures } from './rules/pictures.ts';
import { rule as promos } from './rules/promos.ts';
import { rule as related } from './rules/related.ts';
import { rule as repeats } from './rules/repeats.ts';
import { rule as text } from './rules/text.ts';
import { rule as timestamps } from './rules/timestamps.ts';
import { sanitize } from './sanitize.ts';

export type { CleaningOptions } from './cleaning-options.ts';
export type { CleanContext } from './context.ts';

/** A cleaned body: HTML of the allow-list alone, and what was taken out of it. */
export interface Cleaned {
  html: string;
  removed: Removal[];
}

/** What goes by what it says and where it stands. Each can uncover work for another. */
const furniture: readonly Rule[] = [
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

/** What happens to a body, in this order, between reading it and sanitising it. */
export const rules: readonly Rule[] = [
  invisible,
  listed,
  boilerplate,
  marked,
  pictures,
  embeds,
  links,
  text,
  figures,
  paragraphs,
  empty,
  untilNothingChanges(furniture),
  paragraphs,
  headings,
  conversion,
];

/** Rounds after which a body that still changes is left as it is. */
const mostRounds = 4;

function untilNothingChanges(together: readonly Rule[]): Rule {
  return {
    name: 'furniture',
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
 * An article body as an editor would leave it: all of the article and nothing else, as HTML of the allow-list,
 * with a receipt of what went. `html` may be anything at all. Never throws: a rule that fails is left out.
 */
export function clean(html: string, context: CleanContext): Cleaned {
  const { html: cleaned, removed } = cleanToTree(html, context);
  return { html: cleaned, removed };
}

/**
 * The same with the tree that the cleaned HTML was written from, for what is to be known of the body. The tree
 * has not been through the sanitiser: only plain text and checked addresses may be taken from it.
 */
export function cleanToTree(html: string, context: CleanContext): Cleaned & { root: Document } {
  const root = parseHtml(html);
  const receipt = new Receipt();
  for (const rule of rules) {
    try {
      rule.apply(root, context, receipt);
    } catch {
      // The other rules still do their part, and the sanitiser behind them stands alone.
    }
  }
  return { html: sanitize(formatHtml(root)), removed: receipt.removed, root };
}
