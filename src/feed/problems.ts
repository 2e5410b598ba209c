import type { Issue } from '../issue.ts';
import type { Damage } from './damage.ts';

/** Reasons why a document is not a feed, in words for its reader. */
const WORDS = {
  empty: {
    stage: 'decode',
    message: 'The document is empty.',
    hint: 'This often passes by itself; what is stored stays. If it lasts for days, look for a new address.',
  },
  'html-instead-of-feed': {
    stage: 'parse',
    message: 'The address gives a web page instead of a feed.',
    hint: 'Open it in a browser and look for a link called RSS, Atom or feed.',
  },
  'json-instead-of-feed': {
    stage: 'parse',
    message: 'The address gives data for programs (JSON) that is not a feed.',
    hint: 'Open the address in a browser: it may show an error notice.',
  },
  'list-of-feeds': {
    stage: 'parse',
    message: 'This is a list of feeds (OPML), not a feed.',
    hint: 'Take its feeds over: save the list as a file and run npm run import -- FILE, or write the address of each feed that it names into digest.yaml.',
  },
  sitemap: {
    stage: 'parse',
    message: 'This is a map of a site for search engines, not a feed.',
    hint: 'Look on the site for a link called RSS, Atom or feed, and write that address into digest.yaml.',
  },
  'emptied-feed': {
    stage: 'parse',
    message: 'The feed has no entries any more.',
    hint: 'What is stored stays. This often passes by itself; if it lasts for days, look on the site for a new address of the feed.',
  },
  'no-entries': {
    stage: 'parse',
    message: 'The feed has no entries yet.',
    hint: 'If the site does have articles, look there for another feed and write its address into digest.yaml.',
  },
  unreadable: {
    stage: 'parse',
    message: 'The program failed to read this document.',
    hint: 'Please report the address of the feed to the makers of this program.',
  },
  'not-a-feed': {
    stage: 'parse',
    message: 'The document is neither RSS nor Atom nor JSON Feed.',
    hint: 'Open the address in a browser to see what it gives.',
  },
} as const satisfies Record<string, Pick<Issue, 'stage' | 'message' | 'hint'>>;

export type DocumentProblemCode = keyof typeof WORDS;

/** The issue for a document that is not a feed. `feed` is the id of the configured feed. */
export function problem(feed: string, code: DocumentProblemCode): Issue {
  return { feed, code, ...WORDS[code] };
}

/** The issue for a web page instead of a feed. `feedLinks` are the feeds that it links to, best first. */
export function pageProblem(feed: string, feedLinks: readonly string[]): Issue {
  const issue = problem(feed, 'html-instead-of-feed');
  const [best] = feedLinks;
  return best === undefined
    ? issue
    : { ...issue, hint: `Put the feed that the page names into digest.yaml instead: ${best}` };
}

/** The issue for bytes that are not valid in the document's encoding. */
export function undecodable(feed: string, encoding: string): Issue {
  return {
    feed,
    stage: 'decode',
    code: 'damaged-text',
    message: `Some characters of the document cannot be read (it was read as ${encoding}); they show as �.`,
    hint: 'Only the publisher can repair this; the rest is unharmed.',
  };
}

/**
 * One issue for all the damage in a document, with the numbers of the entries; an empty list for an undamaged document.
 * `failed` counts entries that could not be read for other reasons, `read` those that were.
 */
export function damageIssues(feed: string, damage: Damage, failed: number, read: number): Issue[] {
  const { partial, dropped, lost, cut } = damage;
  const more = lost + failed;
  const parts = [
    partial.length > 0 ? `${listed(partial)} could be read in part` : '',
    dropped.length > 0 ? `${listed(dropped)} could not be read` : '',
    more > 0
      ? `${more} ${dropped.length > 0 ? 'more ' : ''}${more === 1 ? 'entry' : 'entries'} could not be read`
      : '',
  ].filter((part) => part !== '');
  if (parts.length === 0 && !cut) return [];
  const whole = cut ? 'The document breaks off before its end' : 'The document is damaged';
  return [
    {
      feed,
      stage: 'parse',
      code: 'damaged-document',
      message: `${[whole, parts.join('; ')].filter((part) => part !== '').join(': ')}.`,
      hint: `${read > partial.filter((entry) => entry > 0).length ? 'The other entries are unharmed. ' : ''}If it stays like this, tell the publisher.`,
    },
  ];
}

/** Entries in words: `entry 3`, `entries 2, 3 and 5`, `its beginning and entry 2`. */
function listed(entries: readonly number[]): string {
  const numbers = entries.filter((entry) => entry > 0);
  const shown = numbers.slice(0, 5).map(String);
  if (numbers.length > shown.length) shown.push(`${numbers.length - shown.length} more`);
  const beginning = entries.includes(0) ? ['its beginning'] : [];
  const word = numbers.length === 1 ? 'entry' : 'entries';
  return [...beginning, ...(shown.length > 0 ? [`${word} ${joined(shown)}`] : [])].join(' and ');
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
