import { type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { hostOf, leadsElsewhere } from './boilerplate-links.ts';
import { isBlock } from './dom/tree.ts';
import { plainLine } from './titles.ts';

/**
 * A unit is what a reader sees as one line or one picture: the inline content between two block borders or
 * line breaks; each picture, frame and player is a unit of its own. Units do not depend on how a page nests
 * its boxes, so a footer is the same unit in whatever wrapper it comes.
 */
export interface Unit {
  kind: 'text' | 'picture' | 'frame' | 'player';
  /** Texts and media in document order; taking them out takes the unit out. */
  nodes: ChildNode[];
  /** The nearest block around it, or the document. */
  block: ParentNode;
  /** White space collapsed; '' for media. */
  text: string;
  /** Characters of `text` that stand in links. */
  linkedText: number;
  /** Where its links lead, host by host, in order; the item's own site is ''. */
  hosts: string[];
  /** A heading, or a short line all in bold. */
  heading: boolean;
  /** Address of a picture or frame, scheme left out; else ''. */
  source: string;
  /** Whether a rule (`hr`) sets it off from what comes before. */
  setOff: boolean;
}

const pictures = new Set(['img', 'picture', 'svg']);
const frames = new Set(['iframe', 'embed', 'object']);
const players = new Set(['video', 'audio']);
const unseen = new Set(['script', 'style', 'template', 'head', 'noscript']);
const bold = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** In characters. */
const longestHeading = 60;

/** The units below `root`, in document order. The tree must be of bounded depth, as `parseHtml` gives it. */
export function unitsOf(root: Document): Unit[] {
  const units: Unit[] = [];
  let line: Unit | null = null;
  let setOff = false;
  const put = (unit: Unit) => {
    units.push({ ...unit, setOff });
    setOff = false;
  };
  const close = () => {
    if (line) finishText(line);
    if (line && line.text !== '') put(line);
    line = null;
  };
  const add = (node: ChildNode & { data: string }, around: Around) => {
    line ??= emptyUnit('text', around.block);
    line.nodes.push(node);
    if (around.link !== null && node.data.trim() !== '') {
      line.linkedText += node.data.trim().length;
      if (line.hosts.at(-1) !== around.link) line.hosts.push(around.link);
    }
    line.heading &&= around.bold || node.data.trim() === '';
  };
  const walk = (parent: ParentNode, around: Around): void => {
    for (const node of parent.children) {
      if (isText(node)) add(node, around);
      else if (!isTag(node) || unseen.has(node.name)) continue;
      else if (node.name === 'br' || node.name === 'hr') {
        close();
        setOff ||= node.name === 'hr';
      } else if (mediaKind(node)) {
        close();
        put(mediaUnit(node, around));
      } else if (isBlock(node)) {
        close();
        walk(node, { ...around, block: node, bold: around.bold || bold.has(node.name) });
        close();
      } else walk(node, inside(node, around));
    }
  };
  walk(root, { block: root, link: null, bold: false });
  close();
  return units;
}

interface Around {
  block: ParentNode;
  /** Host of the link around, null outside links. */
  link: string | null;
  bold: boolean;
}

function inside(node: Element, around: Around): Around {
  const href = node.name === 'a' ? node.attribs['href'] : undefined;
  return {
    block: around.block,
    link: href ? hostOf(href) : around.link,
    bold: around.bold || bold.has(node.name),
  };
}

function emptyUnit(kind: Unit['kind'], block: ParentNode): Unit {
  return {
    kind,
    nodes: [],
    block,
    text: '',
    linkedText: 0,
    hosts: [],
    heading: kind === 'text',
    source: '',
    setOff: false,
  };
}

function finishText(line: Unit): void {
  line.text = plainLine(line.nodes.map((node) => (isText(node) ? node.data : '')).join(''));
  line.heading &&= line.text.length <= longestHeading;
}

function mediaKind(node: Element): Unit['kind'] | null {
  if (pictures.has(node.name)) return 'picture';
  if (frames.has(node.name)) return 'frame';
  return players.has(node.name) ? 'player' : null;
}

function mediaUnit(node: Element, around: Around): Unit {
  const unit = emptyUnit(mediaKind(node) ?? 'picture', around.block);
  unit.nodes.push(node);
  const source = node.attribs['src'] || node.attribs['data-src'] || node.attribs['data'] || '';
  unit.source = source.replace(/^(?:https?:)?\/\//i, '');
  if (leadsElsewhere(node)) unit.hosts.push(around.link ?? '');
  return unit;
}

/** Width on paper: a Chinese character takes the room of two letters and says as much. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

const wide = /[\p{Script=Han}\p{Script=Kana}\p{Script=Hangul}]/u;
