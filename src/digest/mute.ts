import { patternOf } from '../config/mute-rule.ts';
import type { Config } from '../config/schema.ts';
import { fold } from './stories/fold.ts';

/** The fields of an item that mute rules look at. */
interface MutableItem {
  feed: string;
  title: string;
  excerpt: string;
  categories: readonly string[];
}

/** The rule that mutes an item, as it was written, or null. */
export type MutedBy = (item: MutableItem) => string | null;

/** How many characters of an item's text the rules look at. */
const longest = 2000;

/**
 * Reads the mute rules of a paper: words (`抽奖`, `sponsored`) or patterns between slashes (`/第\d+期/`). A word matches
 * anywhere in headline, excerpt or categories, in either Chinese script and any case; in scripts with spaces between
 * words it matches whole words only. A muted item stays in the store but is left out of editions and feeds.
 */
export function readMutes({ mute, feeds, former = [] }: MuteConfig): MutedBy {
  const site = mute.map(readRule);
  const ofFeed = new Map([...former, ...feeds].map(({ id, mute: own = [] }) => [id, own.map(readRule)]));
  return (item) => {
    const rules = [...(ofFeed.get(item.feed) ?? []), ...site];
    if (rules.length === 0) return null;
    const text = [item.title, item.excerpt, ...item.categories].join('\n').slice(0, longest);
    const folded = fold(text);
    return rules.find(({ test }) => test(text, folded))?.rule ?? null;
  };
}

/** The settings that are read here; the schema has already rejected invalid patterns. */
type MuteConfig = Pick<Config, 'mute' | 'former'> & {
  feeds: readonly Pick<Config['feeds'][number], 'id' | 'mute'>[];
};

interface Rule {
  rule: string;
  test: (text: string, folded: string) => boolean;
}

function readRule(rule: string): Rule {
  const pattern = patternOf(rule);
  const word = wordOf(fold(rule.trim()));
  return {
    rule,
    test: (text, folded) =>
      pattern === null ? word.test(folded) : pattern.test(text) || pattern.test(folded),
  };
}

function wordOf(word: string): RegExp {
  const before = isOfLetters(word.at(0)) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = isOfLetters(word.at(-1)) ? String.raw`(?![\p{L}\p{N}])` : '';
  return new RegExp(before + RegExp.escape(word) + after, 'u');
}

/** Whether a character belongs to a script that writes spaces between words. */
function isOfLetters(character: string | undefined): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u.test(
    character ?? '',
  );
}
