import { canonicalHtml } from '../feed/canonical-html.ts';
import { contentId } from '../feed/identity.ts';
import type { Item } from '../feed/item.ts';
import { unescapeOnce } from '../text/escape.ts';
import { detectLanguage } from '../text/language.ts';
import { oneLine } from '../text/one-line.ts';
import { textOfHtml } from '../text/text-of-html.ts';
import { httpUrl } from '../text/url.ts';
import { dateAtTop, dayInLink, firstDate } from './article-dates.ts';
import { type FileName, readFileName } from './file-name.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Heading, readHeading } from './heading.ts';

/** One article of an archive. */
export interface ArchivedArticle {
  item: Item;
  /** The number that its file name begins with, or null; higher numbers were archived later. */
  number: number | null;
}

export type ReadArticle = ArchivedArticle | { problem: string };

/** Longest file read, in UTF-16 units. */
const longestFile = 5_000_000;
/** Longest title, in characters. */
const longestTitle = 500;
/** Longest title made of the text, in characters. */
const firstWords = 80;

/**
 * Reads a file of an archive in any of its forms: a comment with the instant, `[title](link)`, a line of dashes and the
 * HTML; the same below YAML front matter; or with a line `日期：…` instead of the comment. `name` is the name of the file,
 * which supplies what the text lacks. `timeZone` is for dates without one. Fields that the file does not give are null in
 * the item, as in a feed. A file without text gives a problem in plain words.
 */
export function readArticle(text: string, name: string, timeZone = 'UTC'): ReadArticle {
  if (text.length > longestFile) return { problem: 'it is larger than five million characters' };
  const front = readFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if (front === null)
    return { problem: 'the block between the lines of dashes at its start is not plain YAML' };
  const heading = readHeading(front.rest);
  const link = httpUrl(heading.link) ?? httpUrl(textOf(front.fields, 'from') ?? textOf(front.fields, 'link'));
  const content = canonicalHtml(heading.rest, link);
  const parts: Parts = {
    fields: front.fields,
    heading,
    file: readFileName(name),
    link,
    content,
    words: textOfHtml(content, 4 * firstWords),
  };
  const problem = problemOf(parts);
  if (problem !== null) return { problem };
  return { number: parts.file.number, item: itemOf(parts, timeZone) };
}

/** What was found in a file. */
interface Parts {
  fields: Record<string, unknown>;
  heading: Heading;
  file: FileName;
  link: string | null;
  /** HTML with absolute addresses. */
  content: string;
  /** The first words of the content, as plain text. */
  words: string;
}

function problemOf({ fields, heading, file, content, words }: Parts): string | null {
  if (words === '' && !/<(?:img|video|audio|iframe)\b/i.test(content)) return 'it has no text';
  const isArticle =
    heading.stamp !== null ||
    heading.link !== null ||
    Object.keys(fields).length > 0 ||
    file.title !== file.whole;
  return isArticle ? null : 'it has none of the lines that an archived article begins with';
}

function itemOf({ fields, heading, file, link, content, words }: Parts, timeZone: string): Item {
  const given = [heading.title, textOf(fields, 'title'), file.title].map(plainTitle);
  const title = given.find((found) => found !== '') || shortened(words) || link || file.whole;
  const author = oneLine(unescapeOnce(textOf(fields, 'author') ?? '')).slice(0, 300);
  const dates = [
    heading.stamp,
    textOf(fields, 'date'),
    heading.date,
    file.date,
    dateAtTop(words),
    dayInLink(link),
  ];
  return {
    id: link ?? contentId(`${title}\n${content}`),
    title,
    link,
    publishedAt: firstDate(dates, timeZone),
    updatedAt: null,
    author: author === '' ? null : author,
    language: detectLanguage(`${title} ${words}`),
    summary: null,
    content,
    categories: categories(fields, author),
    enclosures: [],
    picture: null,
    base: link,
  };
}

function plainTitle(title: string | null): string {
  return oneLine(unescapeOnce(title ?? '')).slice(0, longestTitle);
}

function shortened(words: string): string {
  if (words.length <= firstWords) return words;
  return `${words
    .slice(0, firstWords)
    .replace(/\s+\S*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A field that is a text or a number, as text; null for any other. */
function textOf(fields: Record<string, unknown>, name: string): string | null {
  return stringOf(fields[name]);
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Tags and categories without the author, whom these archives list among them. */
function categories(fields: Record<string, unknown>, author: string): string[] {
  const named = [fields['tags'], fields['categories']].flatMap((value) =>
    Array.isArray(value) ? value : [value],
  );
  const words = named.map((value) => oneLine(stringOf(value) ?? '').slice(0, 100));
  return [...new Set(words)].filter((word) => word !== '' && word !== author);
}
