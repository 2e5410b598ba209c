import type { Document } from 'domhandler';
import type { Item } from '../feed/item.ts';
import { isNamed } from '../html/nodes.ts';
import { textOf } from '../html/text-of.ts';
import { elementsOf } from '../html/tree.ts';
import { baseAddress } from '../text/url.ts';
import type { Learned } from './boilerplate/learn.ts';
import { bylineOf } from './byline.ts';
import { cleanTitle } from './clean-title.ts';
import type { CleaningOptions } from './cleaning-options.ts';
import { convertText } from './convert.ts';
import { type CustomRules, noCustomRules } from './custom-rules.ts';
import { excerpt } from './excerpt.ts';
import { leadPicture } from './lead-picture.ts';
import { cleanToTree } from './pipeline.ts';
import { readingMinutes } from './reading-time.ts';
import type { Removal, RuleFailure } from './rule.ts';

/** What cleaning needs of a feed: its id and its settings for the cleaning. */
export type CleanedFeed = { id: string } & CleaningOptions;

function cleaningOptions({ remove, keep, convert, keepWords }: CleanedFeed): CleaningOptions {
  return { remove, keep, convert, keepWords };
}

/**
 * All that decides how an entry of the feed is cleaned, beside the entry and the program. Without custom rules the
 * same as before there could be any, so that no stored item is cleaned again for nothing.
 */
export function cleaningInputs(feed: CleanedFeed, custom: CustomRules): unknown {
  const options = cleaningOptions(feed);
  return custom.digest === '' ? options : { ...options, customRules: custom.digest };
}

/** The result of cleaning an item. */
export interface CleanedItem {
  /** The body as sanitised HTML. */
  body: string;
  title: string;
  /** The author that the entry names, else the byline that cleaning removed from the body. */
  author: string | null;
  excerpt: string;
  minutes: number;
  fullText: boolean;
  picture: Item['picture'];
  removed: Removal[];
}

/**
 * Computes once everything that pages and feeds need of an item, and the custom rules that failed on it. Pure.
 * `learned` is the boilerplate learned from its feed, null when nothing was learned.
 */
export function cleanItem(
  item: Item,
  feed: CleanedFeed,
  learned: Learned | null,
  custom: CustomRules = noCustomRules,
): CleanedItem & { failures: RuleFailure[] } {
  const title = converted(cleanTitle(item.title, learned) || item.title, feed);
  const context = {
    feed: feed.id,
    title,
    base: item.base ?? baseAddress(item.link),
    publishedAt: item.publishedAt,
    language: item.language,
    options: cleaningOptions(feed),
    learned,
    beside: { pictures: item.pictures ?? [], titled: !item.untitled, base: item.link },
  };
  const { html, removed, failures, root } = cleanToTree(rawBody(item), context, custom.rules);
  return {
    body: html,
    title,
    author: item.author ?? bylineOf(rawBody(item)),
    excerpt: excerpt(root, item.language),
    minutes: readingMinutes(root),
    fullText: !item.partial && (item.content !== null || isWhole(html) || isWholeByKind(item, root)),
    picture: item.picture ?? leadPicture(root),
    removed,
    failures,
  };
}

/** Converts a title to the Chinese script that the feed's settings ask for. A rule does the same for the body. */
function converted(title: string, { convert, keepWords }: CleanedFeed): string {
  return convert ? convertText(title, convert, keepWords ?? []) : title;
}

/** The HTML that becomes the body of an item. */
export function rawBody(item: Item): string {
  return item.content ?? item.summary ?? '';
}

/** Longest text of an entry that is there for its picture, in characters. */
const fewWords = 60;
/** How a text ends that was cut. */
const cutOff = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/;

/**
 * Whether an entry has nothing more to say elsewhere: a post without a title that was not cut, an episode or a film, a
 * comic or another picture with hardly a word.
 */
function isWholeByKind(item: Item, root: Document): boolean {
  const isEpisode =
    item.enclosures.some(({ type }) => /^(?:audio|video)\//i.test(type ?? '')) ||
    (item.pictures?.some(({ plays }) => plays !== null) ?? false);
  if (isEpisode) return true;
  const words = root.children
    .filter((child) => !isNamed(child, 'figure'))
    .map((child) => textOf(child))
    .join(' ');
  if (item.untitled) return !cutOff.test(words);
  return words.length <= fewWords && elementsOf(root).some(({ name }) => name === 'img');
}

/** Whether a summary is the whole article, as in many feeds: a teaser is one paragraph or two. */
function isWhole(html: string): boolean {
  return (html.match(/<p>/g)?.length ?? 0) > 2;
}
