import type { Issue } from '../../src/issue.ts';

/** Why an article was not fetched, or not taken. */
const texts = {
  'no-article': {
    message: 'No article was found in a page of this feed, so its summary was kept.',
    hint: 'Open an article in a browser, find out which element holds its text, and give that as "selector".',
  },
  'selector-matches-nothing': {
    message: 'The "selector" of this feed matches nothing in a page, so its summary was kept.',
    hint: 'The site may have changed: correct the selector, or leave it out.',
  },
  'selector-too-slow': {
    message: 'The "selector" of this feed takes too long in a page, so its summary was kept.',
    hint: 'Write a simpler one: the name, class or id of the element, without ~ and :nth-… .',
  },
  'article-costs': {
    message: 'A page of this feed shows only the beginning of its article without a subscription.',
    hint: 'If this is so for all of its pages, remove "fullText" from this feed.',
  },
  'article-not-longer': {
    message: 'A page of this feed has no more text than the summary, so the summary was kept.',
    hint: 'If this is so for all of its pages, remove "fullText" from this feed.',
  },
  'articles-left': {
    message: 'There were more articles than one run may fetch; the next runs will fetch the rest.',
    hint: 'This is normal when a feed is added. If it happens every day, pull more often.',
  },
} as const;

export type ArticleProblem = keyof typeof texts;

export function articleIssue(feed: string, code: ArticleProblem): Issue {
  return { feed, stage: 'fetch', code, ...texts[code] };
}

/** The issues without repetitions: of each kind, the first of a feed. */
export function oncePerFeed(issues: readonly Issue[]): Issue[] {
  const known = new Map(issues.toReversed().map((found) => [`${found.feed} ${found.code}`, found]));
  return issues.filter((found) => known.get(`${found.feed} ${found.code}`) === found);
}
