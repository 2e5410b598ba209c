import { isTag, type ParentNode } from 'domhandler';
import { isHeading, isNamed } from '../html/nodes.ts';
import { bare, type Evidence, standsIn, tellerOf } from './evidence.ts';
import { type Block, mostlyLink, type Outline } from './outline.ts';
import { isBeside, type Parts } from './parts.ts';

/** How much of the article is in each element, in letters; negative for what is none of it. */
export type Worths = ReadonlyMap<ParentNode, number>;

/** What is left of a block's worth one element further out: of two that hold the same, the inner is the article. */
const perLevel = 0.965;
/** What is beside the article counts against an element that holds it, by its weight. */
const besideLoss = 0.3;
const linkLoss = 0.4;
/** A label of the page, such as "Share" or "5 comments". */
const labelLoss = 4;
const longestNotice = 600;
/** What telling all of a teaser is worth; a paragraph has a few hundred. */
const toldWorth = 300;
const toldShare = 0.3;
const beforeHeadline = 0.5;
/** The first blocks behind the headline are worth more. */
const near = 25;
const nearHeadline = 0.5;
const shortestBody = 200;
const longestBody = 100_000;

/** Of a page whose paragraphs are about cookies, cookies are the subject: they are baked. */
const mostNotices = 0.35;

/** Tells notices about cookies, a word of nearly all languages, from paragraphs. */
function noticesIn({ blocks, root, proseIn }: Outline): (block: Block) => boolean {
  const isAbout = ({ prose, weight, text }: Block) =>
    prose > 0 && weight < longestNotice && cookies.test(text);
  const notices = blocks.filter(isAbout).reduce((sum, { prose }) => sum + prose, 0);
  return notices <= mostNotices * proseIn(root) ? isAbout : () => false;
}

const cookies = /cookie|クッキー|쿠키|файл[а-я]* куки/i;

/** The worth of every element: how much of the article is in it, less what is not. Linear. */
export function worthsOf(outline: Outline, parts: Parts, evidence: Evidence): Worths {
  const own = new Map<ParentNode, number>();
  const known = knowledgeOf(outline, evidence);
  const isNotice = noticesIn(outline);
  outline.blocks.forEach((block, index) => {
    const beside = isBeside(parts.get(block.parent)) || isNotice(block);
    const worth = beside ? -besideLoss * block.weight : worthOf(block) + known(block, index);
    own.set(block.parent, (own.get(block.parent) ?? 0) + worth);
  });
  const worths = new Map<ParentNode, number>();
  const sum = (node: ParentNode): number => {
    let worth = own.get(node) ?? 0;
    for (const child of node.children) if (isTag(child)) worth += perLevel * sum(child);
    worths.set(node, worth);
    return worth;
  };
  sum(outline.root);
  return worths;
}

function worthOf({ parent, prose, weight, linked }: Block): number {
  if (prose > 0) return prose;
  if (linked > mostlyLink) return -linkLoss * weight - 2 * labelLoss;
  const isPlain = isNamed(parent, 'p', 'li', 'td', 'th', 'dd', 'dt', 'pre') || isHeading(parent);
  return isPlain ? 0 : -labelLoss;
}

/** What is known of the article adds to the worth of the paragraphs that it is known of. */
function knowledgeOf({ blocks }: Outline, evidence: Evidence): (block: Block, index: number) => number {
  const tell = tellerOf(evidence.teasers);
  const body = bare((evidence.body ?? '').slice(0, longestBody));
  const title = bare(evidence.title ?? '');
  const headline = blocks.findLastIndex(
    ({ parent, text }) => isHeading(parent) && isTitle(bare(text), title),
  );
  const seen = new Set<string>();
  return ({ prose, text }, index) => {
    if (prose === 0) return 0;
    const words = bare(text);
    // What a page shows twice moves past its reader.
    if (seen.has(words)) return -prose;
    seen.add(words);
    let worth = headline < 0 ? 0 : byHeadline(index - headline) * prose;
    if (body.length >= shortestBody && standsIn(body, words)) worth += prose;
    const told = words === title ? 0 : tell(words);
    return told > toldShare ? worth + toldWorth * told : worth;
  };
}

/** What a block gains or loses, of its prose, by its distance from the headline. */
function byHeadline(distance: number): number {
  if (distance < 0) return -beforeHeadline;
  return distance <= near ? nearHeadline : 0;
}

function isTitle(words: string, title: string): boolean {
  return title.length > 5 && (words === title || (words.length > 12 && title.startsWith(words)));
}
