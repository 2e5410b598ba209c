import render from 'dom-serializer';
import { type ChildNode, type Element, isTag, isText, type ParentNode, Text } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { isMath, mathAttributesOf } from '../../clean/math/elements.ts';
import { lookUp } from '../../text/look-up.ts';

/**
 * Converts a cleaned body to XHTML for a book. A book contains no pictures of other hosts, so each picture is replaced
 * by its alternative text. E-book readers are strict: errors that browsers repair silently are repaired here.
 */
export function toXhtml(html: string): string {
  const document = parseDocument(html);
  document.children = mendedAll(document.children, 'body');
  withoutDeadLinks(document);
  return render(document.children, { xmlMode: true, decodeEntities: false });
}

/** Dissolves links to places of the article that the book does not have. */
function withoutDeadLinks(parent: ParentNode, ids = idsIn(parent, new Set())): void {
  parent.children = parent.children.flatMap((child): ChildNode[] => {
    if (!isTag(child)) return [child];
    withoutDeadLinks(child, ids);
    const { href = '' } = child.attribs;
    return href.startsWith('#') && !ids.has(href.slice(1)) ? child.children : [child];
  });
}

function idsIn(parent: ParentNode, found: Set<string>): Set<string> {
  for (const child of parent.children) {
    if (!isTag(child)) continue;
    if (child.attribs['id']) found.add(child.attribs['id']);
    idsIn(child, found);
  }
  return found;
}

/** Text escaped for XML; characters that XML forbids are left out. */
export function xhtmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const names = (list: string) => new Set(list.split(' '));
const blocks = names(
  'p h2 h3 h4 h5 h6 hr ul ol li dl dt dd blockquote pre figure figcaption table details summary div',
);
/** Elements that may contain text and inline elements only. */
const lines = names('p h2 h3 h4 h5 h6 pre summary');
const inline = names(
  'b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var abbr',
);
/** The parents that each of these elements may have; under any other parent it becomes a `div`. */
const homes: Record<string, Set<string>> = {
  li: names('ul ol'),
  dt: names('dl'),
  dd: names('dl'),
  figcaption: names('figure'),
  summary: names('details'),
  caption: names('table'),
  thead: names('table'),
  tbody: names('table'),
  tfoot: names('table'),
  tr: names('table thead tbody tfoot'),
  td: names('tr'),
  th: names('tr'),
  rb: names('ruby'),
  rt: names('ruby'),
  rp: names('ruby'),
};
/** The children that each of these elements must have; with other children it becomes a `div`. */
const shapes: Record<string, RegExp> = {
  ul: /^(li )+$/,
  ol: /^(li )+$/,
  dl: /^((dt )+(dd )+)+$/,
  table: /^(caption )?((thead |tbody |tfoot )+|(tr )+)$/,
  figure: /^(figcaption )?((?!figcaption )\S+ )*$|^((?!figcaption )\S+ )+figcaption $/,
  details: /^summary /,
};
const withoutContent = names('br hr td th li dt dd');

function mendedAll(nodes: ChildNode[], parent: string): ChildNode[] {
  return nodes.flatMap((node) => mended(node, parent));
}

function mended(node: ChildNode, parent: string): ChildNode[] {
  if (isText(node)) return [new Text(xhtmlText(node.data))];
  if (!isTag(node)) return [];
  if (node.name === 'img')
    return node.attribs['alt'] ? [new Text(xhtmlText(`[${node.attribs['alt']}] `))] : [];
  if (isMath(node.name)) return node.name === 'math' ? [formula(node)] : mendedAll(node.children, parent);
  if (
    lookUp(homes, node.name)?.has(parent) === false ||
    lookUp(shapes, node.name)?.test(shapeOf(node)) === false
  )
    node.name = 'div';
  if (node.name === 'bdo' && !node.attribs['dir']) node.name = 'span';
  node.children = mendedAll(node.children, node.name);
  if (node.children.length === 0 && !withoutContent.has(node.name)) return [];
  if (node.children.some(isBlock)) {
    if (inline.has(node.name)) return node.children;
    if (lines.has(node.name)) node.name = 'div';
  }
  if (node.name === 'details' && !shapes['details']?.test(shapeOf(node))) node.name = 'div';
  node.attribs = attributesOf(node);
  return node.name === 'a' && node.attribs['href'] === undefined ? node.children : [node];
}

/** A formula in the namespace of MathML: elements of it and their texts, nothing else. */
function formula(node: Element): Element {
  const { name, attribs, children } = node;
  const kept = Object.entries(mathAttributesOf(name, attribs)).map(([key, value]) => [key, xhtmlText(value)]);
  node.attribs = {
    ...(name === 'math' && { xmlns: 'http://www.w3.org/1998/Math/MathML' }),
    ...Object.fromEntries(kept),
  };
  node.children = children.flatMap((child): ChildNode[] => {
    if (isText(child)) return [new Text(xhtmlText(child.data))];
    return isTag(child) && isMath(child.name) && child.name !== 'math' ? [formula(child)] : [];
  });
  return node;
}

/** The names of the children, joined; `text` for text. */
function shapeOf({ children }: Element): string {
  return children
    .map((child) =>
      isTag(child) ? `${child.name} ` : isText(child) && child.data.trim() !== '' ? 'text ' : '',
    )
    .join('');
}

function isBlock(node: ChildNode): boolean {
  return isTag(node) && (blocks.has(node.name) || (node.name === 'a' && node.children.some(isBlock)));
}

function attributesOf({ name, attribs }: Element): Record<string, string> {
  const { href, id, dir, lang, title, start, colspan, rowspan } = attribs;
  const address = href === undefined ? null : URL.parse(href);
  const isPlace = (place: string | undefined) => place !== undefined && /^fn-[\da-z]+-\d+$/.test(place);
  const kept: Record<string, string | undefined> = {
    id: isPlace(id) ? id : undefined,
    href:
      name !== 'a' ? undefined : isPlace(href?.slice(1)) ? href : address?.href && xhtmlText(address.href),
    dir: dir === 'ltr' || dir === 'rtl' ? dir : undefined,
    lang,
    'xml:lang': lang,
    title: title === undefined ? undefined : xhtmlText(title),
    // Many readers of books cannot open what is folded.
    open: name === 'details' ? 'open' : undefined,
    start: whole(start),
    colspan: whole(colspan),
    rowspan: whole(rowspan),
  };
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function whole(number: string | undefined): string | undefined {
  return number !== undefined && /^[1-9]\d{0,3}$/.test(number) ? number : undefined;
}
