import type { Issue } from '../../issue.ts';
import { fold } from './fold.ts';

/** What a mute rule is held against. */
interface MutableItem {
  feed: string;
  title: string;
  excerpt: string;
  categories: readonly string[];
}

/** Rules as configured: words (`抽奖`, `sponsored`) or patterns between slashes (`/第\d+期/`). */
export interface MuteRules {
  site: readonly string[];
  feeds: ReadonlyMap<string, readonly string[]>;
}

export interface Mutes {
  /** The rule that mutes an item, as it was written, or null. */
  mutedBy(item: MutableItem): string | null;
  /** One for each pattern that is none; such a rule mutes nothing. */
  issues: Issue[];
}

/** Text of an item that a pattern is held against, in characters. */
const longest = 2000;

/**
 * Reads mute rules. A word mutes wherever it stands in headline, excerpt or categories, in either Chinese script
 * and any case; a word of letters only as a whole word. A muted item stays in the store and out of editions and
 * feeds.
 */
export function readMutes(rules: MuteRules): Mutes {
  const issues: Issue[] = [];
  const read = (feed: string, written: readonly string[]) =>
    written.flatMap((rule) => {
      const test = readRule(rule);
      if (test === null) issues.push(badPattern(feed, rule));
      return test === null ? [] : [{ rule, test }];
    });
  const site = read('', rules.site);
  const feeds = new Map([...rules.feeds].map(([feed, written]) => [feed, read(feed, written)]));
  return {
    issues,
    mutedBy(item) {
      const text = [item.title, item.excerpt, ...item.categories].join('\n').slice(0, longest);
      const folded = fold(text);
      const found = [...(feeds.get(item.feed) ?? []), ...site].find(({ test }) => test(text, folded));
      return found?.rule ?? null;
    },
  };
}

type Test = (text: string, folded: string) => boolean;

function readRule(rule: string): Test | null {
  const pattern = /^\/(.+)\/[a-z]*$/su.exec(rule.trim())?.[1];
  if (pattern === undefined) return wordTest(fold(rule.trim()));
  try {
    const expression = new RegExp(pattern, 'iu');
    return (text, folded) => expression.test(text) || expression.test(folded);
  } catch {
    return null;
  }
}

function wordTest(word: string): Test {
  if (word === '') return () => false;
  const before = isOfLetters(word.at(0)) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = isOfLetters(word.at(-1)) ? String.raw`(?![\p{L}\p{N}])` : '';
  const expression = new RegExp(before + RegExp.escape(word) + after, 'u');
  return (_, folded) => expression.test(folded);
}

/** Whether a character is of a script that sets blanks between words, so that a word has edges. */
function isOfLetters(character: string | undefined): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u.test(
    character ?? '',
  );
}

function badPattern(feed: string, rule: string): Issue {
  return {
    feed,
    stage: 'config',
    code: 'mute-pattern',
    message: `The mute rule "${rule}" is not a pattern that can be read.`,
    hint: 'Write the word itself without slashes, or mend what stands between the slashes: each opening bracket needs a closing one.',
  };
}
