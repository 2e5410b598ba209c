import type { Article } from './article.ts';
import { resemblance } from './fingerprint.ts';
import { nameTwoCountries } from './reading.ts';
import type { StorySettings } from './story.ts';

/** Why less of the likeness of two articles counts, and the share of it that does. */
export interface Reduction {
  why: 'other language' | 'no term in both headlines' | 'repeated passage' | 'same feed';
  share: number;
}

/**
 * Why two articles cannot be about one event, however alike their words; null when they can. An article that tells of
 * several events would make one story of all that it tells of. Of two short texts of one feed it cannot be known
 * whether they are a series, such as daily figures, or one event; a feed tells that once as a rule. Nor are two short
 * texts one event whose headlines differ in a number or a letter alone.
 */
export function whyNoPair(
  a: Article,
  b: Article,
): 'a round-up' | 'two short texts of one feed' | 'a numbered series' | 'two countries' | null {
  if (a.roundUp || b.roundUp) return 'a round-up';
  const short = a.fingerprint === null && b.fingerprint === null;
  if (short && !a.feeds.isDisjointFrom(b.feeds)) return 'two short texts of one feed';
  if (short && isNumbered(a, b)) return 'a numbered series';
  return nameTwoCountries(a, b) ? 'two countries' : null;
}

/** Whether two headlines say the same but for a number or a letter, as “Part 1” and “Part 2” do. */
function isNumbered(a: Article, b: Article): boolean {
  return a.marks !== b.marks && withoutNumbers(a).symmetricDifference(withoutNumbers(b)).size === 0;
}

const withoutNumbers = ({ titleTerms, numbers }: Article) => titleTerms.difference(numbers);

/**
 * What lessens the likeness of two articles: two languages; headlines with no term in common, which look at two
 * things; a passage that one feed opens a series or ends each report with; and one feed, which tells an event once as
 * a rule. What is the same text as a whole is not lessened.
 */
export function reductionsOf(a: Article, b: Article, settings: StorySettings): Reduction[] {
  const sameFeed = !a.feeds.isDisjointFrom(b.feeds);
  const repeated = sameFeed ? resemblance(a.fingerprint, b.fingerprint) : 0;
  if (repeated >= settings.sameText) return [];
  const found: Reduction[] = [];
  if (a.language !== b.language) found.push({ why: 'other language', share: settings.otherLanguage });
  if (a.titleTerms.isDisjointFrom(b.titleTerms)) {
    found.push({ why: 'no term in both headlines', share: settings.otherHeadline });
  }
  if (repeated > 0) found.push({ why: 'repeated passage', share: (1 - repeated) ** 3 });
  if (sameFeed) found.push({ why: 'same feed', share: settings.sameFeed });
  return found;
}

/** How much of the likeness of two articles counts. */
export function countingLikeness(likeness: number, reductions: readonly Reduction[]): number {
  return reductions.reduce((rest, { share }) => rest * share, likeness);
}
