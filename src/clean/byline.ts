import { type ChildNode, type Element, isText } from 'domhandler';
import { isBlank, isHeading, isNamed, some } from '../html/nodes.ts';
import { parseHtml } from '../html/parse.ts';
import { textOf } from '../html/text-of.ts';
import { blocksIn } from '../html/tree.ts';
import { besideTimes } from './dates.ts';
import { flowInto } from './dom/flow.ts';

/** Longest block that is a time with its byline, in characters. */
const longestBlock = 120;
/** Longest byline beside a time, in characters. */
const longestByline = 48;
/** How many blocks at the start may hold the byline, and how many characters of a body are searched for it. */
const head = 3;
const start = 20_000;

/**
 * The authors that a raw body names beside the time at its top, joined with ", ", or null. For entries without an
 * author: cleaning removes that line from the body.
 */
export function bylineOf(html: string): string | null {
  const root = parseHtml(html.slice(0, start));
  flowInto(root);
  for (const block of blocksIn(root).slice(0, head)) {
    const names = (timeWithByline(block) ?? []).flatMap((line) => line.split(/\s*[,，、;；]\s*/));
    const told = names.map((name) => name.replace(/^(?:null(?:\s+|$))+/, ''));
    const known = [...new Set(told)].filter((name) => name.length > 1);
    if (known.length > 0) return known.join(', ');
  }
  return null;
}

/**
 * The byline of a block that is a time with a byline: one of its lines is a time and nothing else, all others are
 * names. Empty when there is only the time; null for any other block.
 */
export function timeWithByline(block: Element): string[] | null {
  if (textOf(block, longestBlock + 1).length > longestBlock) return null;
  if (!(isNamed(block, 'p') || isHeading(block)) || some(block, (node) => isNamed(node, 'img'))) return null;
  const beside = linesOf(block).map((line) => ({ line, rest: besideTimes(line) }));
  if (!beside.some(({ line, rest }) => rest === '' && /\d|前|ago|刚刚|剛剛|just now/i.test(line)))
    return null;
  const byline = beside.filter(({ rest }) => rest !== '').map(({ line }) => line);
  const isName =
    byline.join(' ').length <= longestByline && !byline.some((line) => /[。！？!?;；…]/.test(line));
  return isName ? byline : null;
}

/** The texts of a block, split at every tag. */
function linesOf(node: ChildNode): string[] {
  if (isText(node)) return isBlank(node.data) ? [] : [node.data.trim()];
  return 'children' in node ? node.children.flatMap(linesOf) : [];
}
