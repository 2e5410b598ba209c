import type { ChildNode, Document, Element } from 'domhandler';
import { isBlankText, isNamed } from '../html/nodes.ts';
import { elementsOf } from '../html/tree.ts';
import { characterClass } from '../text/character-class.ts';
import { memoize } from '../text/memoize.ts';
import { excerptText } from './excerpt-text.ts';
import { bylines, datelines, remarks } from './phrases/excerpt.ts';

/** Most sentences of an excerpt, and its greatest width. A Han character counts two. */
const sentences = 2;
const widest = 320;
/** A paragraph shorter than this, in characters, is a label unless it ends like a sentence. */
const shortest = 16;

/** What ICU takes for the end of a sentence and is none. */
const abbreviation =
  /(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|No|vs|U\.S|U\.K|U\.N|D\.C)\.\s*$/;

/**
 * The first two sentences of a cleaned body as one line of plain text. Skips headings, captions and bylines. At most
 * 160 Han or 320 Latin characters, cut with "…". '' for a body without text.
 */
export function excerpt(root: Document, language: string | null): string {
  const [only, ...others] = root.children.filter((child) => !isBlankText(child));
  // What its author folded is not told before somebody opens it.
  if (isNamed(only, 'details') && others.length === 0) return cut(excerptText(only.children[0] ?? only));
  const text = openingOf(root);
  if (text === null) return cut(excerptText(root, 4 * widest));
  const rest = text.replace(datelines.pattern, '');
  return cut(firstSentences(rest || text, language));
}

/** The first paragraph of prose, else the first of any kind. */
function openingOf(root: Document): string | null {
  let first: string | null = null;
  for (const found of elementsOf(root)) {
    if (!isText(found)) continue;
    const text = excerptText(found, 4 * widest);
    if (isProse(text)) return text;
    first ??= text;
  }
  return first;
}

/** Whether a line is a sentence of the article, and no byline, remark or line that announces what follows. */
function isProse(line: string): boolean {
  const isSentence = line.length >= shortest || /[。！？.!?]["”’」』)）]*$/.test(line);
  return isSentence && !bylines.pattern.test(line) && !remarks.pattern.test(line) && !/[:：]$/.test(line);
}

/** Whether an element is a paragraph of the text, and not inside a figure or a table. */
function isText(found: Element): boolean {
  if (!isNamed(found, 'p', 'li')) return false;
  for (let around: ChildNode | null = found; around; around = around.parent as ChildNode | null) {
    if (isNamed(around, 'figure', 'table', 'details')) return false;
  }
  return true;
}

function firstSentences(text: string, language: string | null): string {
  let taken = '';
  let count = 0;
  for (const { segment } of segmenterOf(language ?? 'und').segment(text)) {
    if (count > 0 && widthOf(taken + segment) > widest) break;
    taken += segment;
    if (!abbreviation.test(segment)) count += 1;
    if (count === sentences) break;
  }
  return taken.trim();
}

const segmenterOf = memoize((tag) => {
  try {
    return new Intl.Segmenter(tag, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'sentence' });
  }
});

const wide = characterClass(
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u,
);
const isWide = (character: string): boolean => wide(character.codePointAt(0) ?? 0) > 0;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

function cut(text: string): string {
  if (widthOf(text) <= widest) return text;
  let taken = '';
  let width = 0;
  for (const character of text) {
    width += isWide(character) ? 2 : 1;
    if (width > widest - 2) break;
    taken += character;
  }
  const atWord = isWide(taken.at(-1) ?? '') ? taken : taken.replace(/\s\S*$/, '');
  return `${atWord.replace(/[\s\p{P}]+$/u, '')}…`;
}
