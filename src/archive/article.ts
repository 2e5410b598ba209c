import { canonicalHtml } from '../feed/canonical-html.ts';
import { readDate } from '../feed/date.ts';
import { contentId } from '../feed/identity.ts';
import type { Item } from '../feed/item.ts';
import { detectLanguage } from '../text/language.ts';
import { oneLine, unescapeOnce } from '../text/text.ts';
import { textOfHtml } from '../text/text-of-html.ts';
import { httpUrl } from '../text/url.ts';
import { readFrontMatter } from './front-matter.ts';
import { readHeading } from './heading.ts';

/** One article of an archive, read. */
export interface ArchivedArticle {
  item: Item;
  /** The running number that its file name begins with, or null; a higher one was archived later. */
  number: number | null;
}

export type ReadArticle = ArchivedArticle | { problem: string };

/** Longest file read, in UTF-16 units. */
const longestFile = 5_000_000;
const longestTitle = 500;
const firstWords = 80;

/**
 * Reads a file of an archive in any of its spellings: a comment with the instant, `[title](link)`, a line of
 * dashes and the HTML; the same below YAML front matter; or with a line `日期：…` instead of the comment.
 * `name` is the file's own name, for what the text does not say. `timeZone` is for dates that name none.
 * What the file lacks is null in the item, as in a feed; a file without any text gives a problem in plain words.
 */
export function readArticle(text: string, name: string, timeZone = 'UTC'): ReadArticle {
  if (text.length > longestFile) return { problem: 'it is larger than five million characters' };
  const front = readFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if (front === null)
    return { problem: 'the block between the lines of dashes at its start is not plain YAML' };
  const { fields } = front;
  const heading = readHeading(front.rest);
  const link = httpUrl(heading.link) ?? httpUrl(stringOf(fields['from']) ?? stringOf(fields['link']));
  const content = canonicalHtml(heading.rest, link);
  const words = textOfHtml(content, 4 * firstWords);
  if (words === '' && !/<(?:img|video|audio|iframe)\b/i.test(content)) return { problem: 'it has no text' };
  const file = readFileName(name);
  const isArticle =
    heading.stamp !== null ||
    heading.link !== null ||
    Object.keys(fields).length > 0 ||
    file.title !== file.whole;
  if (!isArticle) return { problem: 'it has none of the lines that an archived article begins with' };
  const given = [heading.title, stringOf(fields['title']), file.title].map(plainTitle);
  const title = given.find((found) => found !== '') || shortened(words) || link || file.whole;
  const author = oneLine(unescapeOnce(stringOf(fields['author']) ?? '')).slice(0, 300);
  return {
    number: file.number,
    item: {
      id: link ?? contentId(`${title}\n${content}`),
      title,
      link,
      publishedAt: publishedAt(
        [heading.stamp, stringOf(fields['date']), heading.date, file.date, dateAtTop(words), dayInLink(link)],
        timeZone,
      ),
      updatedAt: null,
      author: author === '' ? null : author,
      language: detectLanguage(`${title} ${words}`),
      summary: null,
      content,
      categories: categories(fields, author),
      enclosures: [],
      picture: null,
      base: link,
    },
  };
}

/** The first of the dates that can be read. */
function publishedAt(dates: (string | null)[], timeZone: string): string | null {
  for (const date of dates) {
    const instant = readDate(date, timeZone);
    if (instant !== null) return instant;
  }
  return null;
}

/** The instant that these archives print above the text: ISO 8601 or RFC 822. */
function dateAtTop(words: string): string | null {
  const instant =
    /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?|[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{5,8} (?:[A-Z]{1,3}|[+-]\d{4})/;
  return instant.exec(words.slice(0, 2 * firstWords))?.[0] ?? null;
}

/** The day in an address such as `/2020/07/06/name` or `/20200706-name`. */
function dayInLink(link: string | null): string | null {
  const day = /\/((?:19|20)\d{2})(?:\/?)(0[1-9]|1[0-2])\/?(0[1-9]|[12]\d|3[01])(?=[/-])/.exec(link ?? '');
  return day && `${day[1]}-${day[2]}-${day[3]}`;
}

/** `1048043_Title.md`, `2019-10-30-Title.md`, `Title.md`. Line breaks and separators of all kinds are blanks. */
function readFileName(name: string): {
  number: number | null;
  date: string | null;
  title: string;
  whole: string;
} {
  const whole = oneLine(name.normalize('NFC').replace(/\.(?:md|markdown|html?|txt)\s*$/i, ''));
  const dated = /^(\d{4}-\d{2}-\d{2})(?:-(.*))?$/.exec(whole);
  if (dated) return { number: null, date: dated[1] ?? null, title: dated[2] ?? '', whole };
  const numbered = /^(\d{1,15})(?:[_\s](.*))?$/.exec(whole);
  if (numbered) return { number: Number(numbered[1]), date: null, title: numbered[2] ?? '', whole };
  return { number: null, date: null, title: whole, whole };
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

function stringOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Tags and categories without the author, who stands among them in these archives. */
function categories(fields: Record<string, unknown>, author: string): string[] {
  const named = [fields['tags'], fields['categories']].flatMap((value) =>
    Array.isArray(value) ? value : [value],
  );
  const words = named.map((value) => oneLine(stringOf(value) ?? '').slice(0, 100));
  return [...new Set(words)].filter((word) => word !== '' && word !== author);
}
