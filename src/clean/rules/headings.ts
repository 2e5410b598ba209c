import { type Document, type Element, isTag, isText } from 'domhandler';
import { isBlankText, isHeading, isNamed, some } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { blocksIn, element, elementsOf, rename, setChildren, text } from '../../html/tree.ts';
import { placeOf } from '../dom/anchors.ts';
import type { Rule } from '../rule.ts';

/** Longest bold line that is a heading, in characters. */
const longest = 60;
/** The end of a line that is a sentence or continues on the next line. */
const endsAsText = /[。，；：、…,;:]["”’」』)）]*$|[^.]\.["”’)]*$/;
/** A line between pairs of asterisks. */
const starred = /^\s*\*\*([^*\s](?:[^*]{0,200}[^*\s])?)\*\*\s*$/;
/** A name before a colon. A name that opens several lines is a speaker. */
const speaker = /^([^:：]{1,12})[:：]/;

/**
 * Makes the levels of headings `h2` to `h6` without a gap, below the `h1` of the page. Makes headings of paragraphs that
 * are one bold line, or one line between pairs of asterisks: one level below the last marked heading, and never deeper
 * than the first of them.
 */
export const rule: Rule = {
  name: 'headings',
  apply(root) {
    emboldenStarredLines(root);
    promoteBoldLines(root);
    closeGaps(root);
  },
};

/** Makes a paragraph of `**words**` bold. */
function emboldenStarredLines(root: Document): void {
  for (const block of blocksIn(root)) {
    const [only, ...others] = isNamed(block, 'p') ? block.children : [];
    if (!only || !isText(only) || others.length > 0) continue;
    const words = starred.exec(only.data)?.[1];
    if (words !== undefined) setChildren(block, [element('strong', {}, [text(words)])]);
  }
}

function promoteBoldLines(root: Document): void {
  let marked = 1;
  let deepest = 6;
  let before: Element | undefined;
  const blocks = blocksIn(root);
  let speakers: ReadonlySet<string> | null = null;
  const isSpeech = (line: Element) => {
    speakers ??= speakersIn(blocks);
    return speakers.has(speaker.exec(textOf(line))?.[1] ?? '');
  };
  blocks.forEach((block, index) => {
    const line = index > 0 && !(before && isHeading(before)) ? boldLine(block) : null;
    const bold = line && !isSpeech(line) ? line : null;
    if (isHeading(block)) marked = Number(block.name[1]);
    if (
      bold &&
      isNamed(blocks[index + 1], 'p', 'ul', 'ol', 'figure', 'blockquote', 'table') &&
      boldLine(blocks[index + 1]) === null
    ) {
      deepest = Math.min(deepest, marked + 1);
      rename(block, `h${deepest}`);
      block.attribs = placeOf(block.attribs);
      setChildren(block, bold.children);
    }
    before = block;
  });
}

function speakersIn(blocks: readonly Element[]): Set<string> {
  const once = new Set<string>();
  const often = new Set<string>();
  for (const block of blocks) {
    const name = speaker.exec(textOf(block, longest))?.[1];
    if (name !== undefined) (once.has(name) ? often : once).add(name);
  }
  return often;
}

/** The bold element of a paragraph that holds nothing else and reads like a heading, else null. */
function boldLine(block: Element | undefined): Element | null {
  if (!isNamed(block, 'p')) return null;
  const [only, ...others] = block.children.filter((child) => !isBlankText(child));
  if (!only || !isTag(only) || others.length > 0 || !isNamed(only, 'strong', 'b')) return null;
  const words = textOf(only, longest + 1);
  if (words.length > longest || words === '' || endsAsText.test(words)) return null;
  return some(only, (node) => isNamed(node, 'br', 'img', 'a')) ? null : only;
}

/** Renumbers the levels in use to 2, 3, 4 …, each at most one below the heading before it. */
function closeGaps(root: Document): void {
  const found = elementsOf(root).filter(isHeading);
  const levels = [...new Set(found.map(({ name }) => Number(name[1])))].sort((a, b) => a - b);
  let last = 1;
  for (const heading of found) {
    last = Math.min(6, last + 1, levels.indexOf(Number(heading.name[1])) + 2);
    rename(heading, `h${last}`);
  }
}
