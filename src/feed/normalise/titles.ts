import { warningOf } from '../../text/content-warning.ts';
import { cut, oneLine } from '../../text/one-line.ts';
import { textOfHtml } from '../../text/text-of-html.ts';
import { all, type RawElement } from '../raw-element.ts';
import { plainOf } from './markup.ts';

/** Elements with an entry's title, in this order. */
const TITLES = ['core:title', 'dc:title', 'dcterms:title', 'itunes:title', 'media:title'];
/** Longest title, in characters. */
const LONGEST = 500;
/** Longest title made of the text, in characters; half of it for Chinese. */
const LONGEST_OF_TEXT = 80;
/** How much of a text is read for its first line, in characters of HTML. */
const LONGEST_START = 20_000;

/** A title that is an address, or says that there is none. */
const NO_TITLE =
  /^(?:https?:\/\/\S+|www\.\S+|[[(]?(?:untitled|no title|no subject|without title|sans titre|ohne titel|无标题|無標題)[\])]?|-|\.{1,3}|…)$/i;

/** What bridges write in place of what they cannot carry. */
const PLACEHOLDER =
  /\[(?:contains quote post or other embedded content|quote post|embedded content|image|images|photo|video|gif|media|sticker|audio|voice|file|document|album|poll|图片|视频|照片|音频|文件|贴纸)\]|(?:🖼|📷|🎬|📎)\ufe0f?(?=\s*$)/giu;
/** An address in a text. */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi;

/** Ends of what a reader sees as a line. */
const LINE_ENDS =
  /<br\b[^<>]*>|<\/(?:p|div|h[1-6]|li|blockquote|section|article|tr|dd|dt|figure|figcaption)\s*>|<hr\b[^<>]*>/gi;

/** What an entry is called, and whether that is its own title. */
export interface Title {
  title: string;
  untitled: boolean;
}

/**
 * An entry's title. Without one, its content warning, else the first sentence of its text, else what its first picture
 * shows, else the first of `otherwise`; never empty and never an address.
 */
export function title(entry: RawElement, html: string | null, otherwise: readonly (string | null)[]): Title {
  const given = givenTitle(entry);
  const says = given !== null && given.replace(PLACEHOLDER, '').trim() !== '';
  if (given && says && !NO_TITLE.test(given)) return { title: given, untitled: false };
  const made = html === null ? '' : ofText(html) || ofPicture(html);
  return { title: made || (otherwise.find((text) => text !== null && text !== '') ?? '…'), untitled: true };
}

/** The title that an entry or a feed has itself, or null. */
export function givenTitle(parent: RawElement): string | null {
  for (const element of [...all(parent, ...TITLES), ...groupTitles(parent)]) {
    const plain = plainOf(element);
    if (plain) return cut(plain, LONGEST);
  }
  return null;
}

function groupTitles(parent: RawElement): RawElement[] {
  return all(parent, 'media:group', 'media:content').flatMap((group) => all(group, 'media:title'));
}

/** The content warning of a text, else its first words; '' for a text without words. */
function ofText(html: string): string {
  const start = html.slice(0, LONGEST_START).replace(/<!--.*?-->/gs, '');
  const lines = start
    .split(/\n[^\S\n]*\n/)
    .flatMap((part) => part.split(LINE_ENDS))
    .map((line) => textOfHtml(line, LONGEST_OF_TEXT * 8));
  const [first = ''] = lines.filter((line) => line !== '');
  const warning = labelledWarning(start) ?? warningOf(first);
  if (warning && lines.filter((line) => line !== '').length > 1) return cut(warning, LONGEST);
  const worded = joined(lines)
    .map(wordsOf)
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  return firstWords(worded);
}

/** Lines as sentences: a line that goes on in small letters is one with the line before it. */
function joined(lines: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const line of lines) {
    const before = sentences.at(-1);
    const goesOn = before && /[^.!?:。！？：…\s]$/.test(before) && /^\p{Ll}/u.test(line);
    if (goesOn) sentences[sentences.length - 1] = `${before} ${line}`;
    else sentences.push(line);
  }
  return sentences;
}

/** A content warning as Mastodon writes it: behind a bold label in the reader's language, before a rule. */
function labelledWarning(html: string): string | null {
  const found = /^\s*<p>\s*<(strong|b)>([^<]{1,60})<\/\1>([^<]{1,500})<\/p>\s*<hr\b/i.exec(html);
  return found && /[:：]\s*$/.test(found[2] ?? '') ? textOfHtml(found[3] ?? '') || null : null;
}

/** A line without addresses and without what bridges put in place of other things. */
const wordsOf = (line: string): string =>
  oneLine(line.replace(PLACEHOLDER, ' ').replace(ADDRESS, ' ')).replace(
    /^[\s:：,，>|·-]+|[\s:：,，|·-]+$/g,
    '',
  );

/** Short lines themselves, else the first sentence of the first line, else its first words and an ellipsis. */
function firstWords(lines: readonly string[]): string {
  const [first = ''] = lines;
  const longest = /\p{Script=Han}/u.test(first.slice(0, LONGEST_OF_TEXT))
    ? LONGEST_OF_TEXT / 2
    : LONGEST_OF_TEXT;
  if (first.length <= longest) return first;
  const sentence = new RegExp(`^.{8,${longest}}?(?:[!?。！？]|\\.(?=\\s))`, 'u').exec(first)?.[0];
  return sentence ?? `${cut(first, longest).replace(/[\s,，、;；:：]+[^\s,，、;；:：]*$/u, '')}…`;
}

/** What the first picture with an alternative text shows; '' when there is none that says something. */
function ofPicture(html: string): string {
  for (const [img] of html.slice(0, LONGEST_START).matchAll(/<img\b[^<>]*>/gi)) {
    const [, , double, single] = /\b(alt|title)\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(img) ?? [];
    const words = textOfHtml(double ?? single ?? '');
    if (/\p{L}/u.test(words) && !/^\S+\.\w{3,4}$/.test(words)) return firstWords([words]);
  }
  return '';
}
