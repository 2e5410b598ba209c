import { type ChildNode, type Document, type Element, isTag, type ParentNode } from 'domhandler';
import { isHeading, isNamed } from '../html/nodes.ts';
import { elementsOf } from '../html/tree.ts';
import { bare, type Evidence, standsIn, tellerOf } from './evidence.ts';
import { type Block, mostlyLink, type Outline, outlineOf } from './outline.ts';
import { isBeside, ownPart, type Parts, partsOf } from './parts.ts';

/** An element of a page, or all of it. */
type Found = Element | Document;

/** Where the article of a page stands, and what of it is not the article. */
export interface Recognised {
  element: Found;
  outline: Outline;
  parts: Parts;
}

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

/** The element that holds the article of a page, by the worth of what is in it; null for a page without text. */
export function recognise(root: Document, evidence: Evidence): Recognised | null {
  const outline = outlineOf(root);
  if (outline.blocks.length === 0) return null;
  const parts = partsOf(outline, evidence);
  const worths = worthsOf(outline, parts, evidence);
  const whole = climb(narrow(best(root, worths), worths), worths, outline);
  return { element: withLead(whole, outline, parts), outline, parts };
}

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

type Worths = ReadonlyMap<ParentNode, number>;

/** The worth of every element. Linear. */
function worthsOf(outline: Outline, parts: Parts, evidence: Evidence): Worths {
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
    let worth =
      headline < 0
        ? 0
        : index < headline
          ? -beforeHeadline * prose
          : index <= headline + near
            ? nearHeadline * prose
            : 0;
    if (body.length >= shortestBody && standsIn(body, words)) worth += prose;
    const told = words === title ? 0 : tell(words);
    return told > toldShare ? worth + toldWorth * told : worth;
  };
}

function isTitle(words: string, title: string): boolean {
  return title.length > 5 && (words === title || (words.length > 12 && title.startsWith(words)));
}

function best(root: Document, worths: Worths): Found {
  let found: Found = root;
  let most = Number.NEGATIVE_INFINITY;
  for (const each of elementsOf(root)) {
    const worth = (worths.get(each) ?? 0) * bonusOf(each);
    if (!worths.has(each) || worth < most || (worth === 0 && each.children.length === 0)) continue;
    most = worth;
    found = each;
  }
  return found;
}

function bonusOf(found: Element): number {
  if (ownPart(found) === 'body') return 1.15;
  return isNamed(found, 'article', 'main') ? 1.05 : 1;
}

/** The innermost element that says it is the body of an article, if nearly all is in it. */
function narrow(found: Found, worths: Worths): Found {
  const enough = 0.75 * (worths.get(found) ?? 0);
  const named = elementsOf(found).filter(
    (inside) => (worths.get(inside) ?? 0) >= enough && ownPart(inside) === 'body',
  );
  return named.at(-1) ?? found;
}

const partial = 'p span td tr tbody li blockquote b strong font center dd'.split(' ');

/** Paragraphs that an element may have and still be a part of the article only. */
const mostAlone = 2;

/** A paragraph alone is seldom an article: what stands beside it belongs to it, unless that is something else. */
function climb(found: Found, worths: Worths, outline: Outline): Found {
  let at = found;
  const isShort = () => outline.within(at).filter(({ prose }) => prose > 0).length <= mostAlone;
  while (isNamed(at, ...partial) && isShort()) {
    const above = at.parent;
    if (!above || !isTag(above) || (worths.get(above) ?? 0) < 0.7 * (worths.get(at) ?? 0)) break;
    at = above;
  }
  return at;
}

/** How far out the pictures above an article may stand. */
const mostLevels = 3;

/** With the pictures above an article, where nothing else stands around it but headings and labels above it. */
function withLead(found: Found, outline: Outline, parts: Parts): Found {
  let lead = found;
  let at: Found = found;
  for (let level = 0; level < mostLevels; level += 1) {
    const above: ParentNode | null = at.parent;
    if (!above || !isTag(above) || tables.has(above.name)) break;
    const inside = outline.within(at);
    const around = outline.within(above);
    const first = inside[0] ? around.indexOf(inside[0]) : around.length;
    const isOther = (block: Block) => !isBeside(parts.get(block.parent));
    if (around.slice(0, first).some((block) => isOther(block) && !isHead(block))) break;
    if (around.slice(first + inside.length).some(isOther)) break;
    const before = above.children.slice(0, above.children.indexOf(at as ChildNode));
    if (before.some((child) => hasPicture(child, parts))) lead = above;
    at = above;
  }
  return lead;
}

const longestHead = 200;
const isHead = ({ parent, weight, prose, linked }: Block): boolean =>
  isHeading(parent) || (prose === 0 && weight <= longestHead && linked <= mostlyLink);

/** Whether a node shows a picture that may be the article's. */
function hasPicture(node: ChildNode, parts: Parts): boolean {
  if (!isTag(node) || isBeside(parts.get(node))) return false;
  return pictures.has(node.name) || node.children.some((child) => hasPicture(child, parts));
}

const pictures = new Set(['img', 'picture']);
const tables = new Set(['table', 'tbody', 'tr']);
