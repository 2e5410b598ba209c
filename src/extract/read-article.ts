import { acceptFullText } from './accept.ts';
import { type ExtractedArticle, type ExtractOptions, extractFrom, openPart } from './article.ts';
import type { PageFacts } from './facts.ts';
import { fileKind } from './file-kind.ts';
import { followingPage } from './following.ts';
import { type PageKind, pageKind } from './page-kind.ts';
import { lookAt } from './page-look.ts';
import { readPage } from './web-page.ts';

/** A page as it came, and what is wanted of it. */
export interface PageWanted extends ExtractOptions {
  /** Media type by HTTP, null when not known. */
  contentType?: string | null | undefined;
  /** The address that the feed gave, which redirects may have left; null when not known. */
  asked?: string | null | undefined;
  /** CSS selector of the link to the following page of an article; without it, the link is looked for. */
  next?: string | undefined;
}

/** Why the summary stays: what the page is instead of an article's, or what is wrong with the article. */
export type PageProblem =
  | PageKind
  | 'no-article'
  | 'selector-matches-nothing'
  | 'selector-too-slow'
  | 'article-costs'
  | 'article-not-longer';

/** What a page has for a feed: an article, or the reason why the summary stays. */
export type PageReading =
  | {
      article: ExtractedArticle;
      facts: PageFacts;
      /** Whether it is the beginning only, the rest being closed. */
      isBeginning: boolean;
      /** Address of the page on which it goes on, or null. */
      next: string | null;
    }
  | { problem: PageProblem };

/** Reads the article out of a web page, or says what the page is instead. Never throws. */
export function readArticle(html: string, url: string, wanted: PageWanted = {}): PageReading {
  const kind = fileKind(html, wanted.contentType ?? null);
  if (kind) return { problem: kind };
  const page = readPage(html, url);
  const look = lookAt(page);
  const next = followingPage(page, wanted.next);
  let isSlow = false;
  const onSlow = () => {
    isSlow = true;
  };
  const article = extractFrom(page, { ...wanted, onSlow });
  if (isSlow) return { problem: 'selector-too-slow' };
  const other = wanted.selector && article ? null : pageKind(page, look, article, wanted.asked ?? null);
  if (other) return { problem: other };
  if (!article) return { problem: wanted.selector ? 'selector-matches-nothing' : 'no-article' };
  switch (acceptFullText(wanted.teaser ?? null, article)) {
    case 'whole':
      return { article, facts: page.facts, isBeginning: false, next };
    case 'beginning':
      return { article: openPart(article), facts: page.facts, isBeginning: true, next: null };
    case 'costs':
      return { problem: 'article-costs' };
    default:
      return { problem: 'article-not-longer' };
  }
}
