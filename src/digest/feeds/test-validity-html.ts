import { load } from 'cheerio';
import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** What the validator's rules for HTML (`HTMLValidator` and `absUrlMixin` in its `validators.py`) find in ours. */

const elements = new Set(
  `a abbr b bdi blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
  hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead
  time tr u ul var wbr`.split(/\s+/),
);
const attributes = new Set(
  'alt cite colspan datetime dir height href lang reversed rowspan scope src start title value width'.split(
    ' ',
  ),
);

/**
 * Elements and attributes that readers take away, addresses that lead nowhere from a reader, and markup that the
 * HTML standard calls a parse error: there a parser that obeys it builds another tree than was written.
 */
export function htmlFaults(html: string): string[] {
  const faults: string[] = [];
  const look = (element: Element) => {
    if (!elements.has(element.name)) faults.push(`<${element.name}>`);
    for (const [name, value] of Object.entries(element.attribs)) {
      if (isPlace(name, value)) continue;
      if (!attributes.has(name)) faults.push(`attribute ${name}`);
      if (['href', 'src', 'cite'].includes(name) && !/^https?:\/\/[^/]/.test(value)) faults.push(value);
    }
    element.children.filter(isTag).forEach(look);
  };
  parseDocument(html).children.filter(isTag).forEach(look);
  if (outline(asWritten(html)) !== outline(asStandard(html)) || isOpen(html))
    faults.push('parse error in HTML');
  if (/&(?!\w+;|#\d+;|#x[\da-f]+;)(?=[\w#])/i.test(html)) faults.push('half an entity in HTML');
  return faults;
}

/** Places within an article and the links to them, which readers keep. */
const isPlace = (name: string, value: string): boolean =>
  (name === 'id' && /^fn-\w+-\d+$/.test(value)) || (name === 'href' && /^#fn-\w+-\d+$/.test(value));

type Document = ReturnType<typeof load>;

/** As its tags say, each closed where it is closed. */
function asWritten(html: string): Document {
  return load(withVoidsClosed(html), { xml: { xmlMode: true, decodeEntities: false } }, false);
}

/** Elements that need no end get it, as in XML. */
function withVoidsClosed(html: string): string {
  return html.replace(/<(br|hr|img|wbr)\b([^<>]*?)\s*\/?>/gi, '<$1$2/>');
}

/** By the HTML standard; `<tbody>` may be left out, which is no error. */
function asStandard(html: string): Document {
  const $ = load(html, null, false);
  if (!/<tbody/.test(html)) $('tbody').each((_, body) => void $(body).replaceWith($(body).contents()));
  return $;
}

/** The elements and texts of a document, one in another. */
function outline($: Document): string {
  const inside = (node: ChildNode): string => {
    if (isTag(node)) return `${node.name}(${node.children.map(inside).join('')})`;
    return isText(node) && node.data.trim() !== '' ? 'text ' : '';
  };
  return $.root().contents().toArray().map(inside).join('');
}

/** Whether an element is not closed that has to be. */
function isOpen(html: string): boolean {
  const count = (pattern: RegExp) => withVoidsClosed(html).match(pattern)?.length ?? 0;
  return count(/<[a-z][^<>]*(?<!\/)>/gi) !== count(/<\/[a-z]/gi);
}
