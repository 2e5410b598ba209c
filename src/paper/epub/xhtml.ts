import render from 'dom-serializer';
import { type ChildNode, type Element, isTag, isText, Text } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { lookUp } from '../../text/look-up.ts';

/**
 * Converts a cleaned body to XHTML for a book. A book contains no pictures of other hosts, so each picture is replaced
 * by its alternative text. E-book readers are strict: errors that browsers repair silently are repaired here.
 */
export function toXhtml(html: string): string {
  const document = parseDocument(html);
  document.children = mendedAll(document.children, 'body');
  return render(document.children, { xmlMode: true, decodeEntities: false });
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
  const { href, dir, lang, title, start, colspan, rowspan } = attribs;
  const address = href === undefined ? null : URL.parse(href);
  const kept: Record<string, string | undefined> = {
    href: name === 'a' && address !== null ? xhtmlText(address.href) : undefined,
    dir: dir === 'ltr' || dir === 'rtl' ? dir : undefined,
    lang,
    'xml:lang': lang,
    title: title === undefined ? undefined : xhtmlText(title),
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
