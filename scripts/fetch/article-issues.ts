import type { PageProblem } from '../../src/extract/read-article.ts';
import type { Issue } from '../../src/issue.ts';

/** Why an item keeps its summary, though nothing went wrong with the request. */
export type SummaryReason = PageProblem | 'articles-left';

interface Texts {
  /** What a page is, after "A page of this feed", and what several pages are. */
  one: string;
  many: string;
  hint: string;
}

const kept = (one: string, many: string, hint: string): Texts => ({
  one: `${one}, so its summary was kept.`,
  many: `${many}, so their summaries were kept.`,
  hint,
});

const ifAll = 'If this is so for all of its pages, remove "fullText" from this feed.';
const inBrowser = 'Open an article in a private window of a browser to see what the site shows.';
const behindLink = 'Nothing to do: the link of the item leads there.';

const texts: Record<Exclude<SummaryReason, 'articles-left'>, Texts> = {
  'no-article': kept(
    'has no article that could be found',
    'have no article that could be found',
    'Open an article in a browser, find out which element holds its text, and give that as "selector".',
  ),
  'selector-matches-nothing': kept(
    'has nothing that the "selector" of the feed matches',
    'have nothing that the "selector" of the feed matches',
    'The site may have changed: correct the selector, or leave it out.',
  ),
  'selector-too-slow': kept(
    'takes the "selector" of the feed too long',
    'take the "selector" of the feed too long',
    'Write a simpler one: the name, class or id of the element, without ~ and :nth-… .',
  ),
  'article-costs': kept(
    'shows only the beginning of its article without a subscription',
    'show only the beginning of their articles without a subscription',
    ifAll,
  ),
  'article-not-longer': kept(
    'has no more text than the summary',
    'have no more text than their summaries',
    ifAll,
  ),
  pdf: kept('is a PDF file', 'are PDF files', behindLink),
  picture: kept('is a picture', 'are pictures', behindLink),
  file: kept('is a file and no web page', 'are files and no web pages', behindLink),
  endless: kept('is longer than any article', 'are longer than any article', inBrowser),
  empty: kept(
    'is empty until a script fills it',
    'are empty until a script fills them',
    'A pull runs no scripts. Look for a feed with whole articles, or remove "fullText" from this feed.',
  ),
  'robot-check': kept('checks for robots', 'check for robots', ifAll),
  consent: kept('only asks for consent to cookies', 'only ask for consent to cookies', ifAll),
  login: kept('wants a login', 'want a login', ifAll),
  'error-page': kept('is an error page', 'are error pages', inBrowser),
  'search-page': kept('shows the results of a search', 'show the results of a search', inBrowser),
  'home-page': kept('is a home page or a list of articles', 'are home pages or lists of articles', inBrowser),
  video: kept('is a video without text', 'are videos without text', ifAll),
  gallery: kept('is a gallery without text', 'are galleries without text', ifAll),
};

const left: Pick<Issue, 'message' | 'hint'> = {
  message: 'There were more articles than one run may fetch; the next runs will fetch the rest.',
  hint: 'This is normal when a feed is added. If it happens every day, pull more often.',
};

/** The issue for `count` pages of a feed whose summaries were kept for one reason. */
export function articleIssue(feed: string, reason: SummaryReason, count: number): Issue {
  // The reasons about an article are codes as they are; the others say what a page is.
  const code = /article|selector/.test(reason) ? reason : `page-${reason}`;
  return { feed, stage: 'fetch', code, ...textsFor(reason, count) };
}

function textsFor(reason: SummaryReason, count: number): Pick<Issue, 'message' | 'hint'> {
  if (reason === 'articles-left') return left;
  const { one, many, hint } = texts[reason];
  return {
    message: count === 1 ? `A page of this feed ${one}` : `${count} pages of this feed ${many}`,
    hint,
  };
}
