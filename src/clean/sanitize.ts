import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { maxDepth } from '../html/parse.ts';
import { unfolded } from '../html/tree.ts';

/** Longest cleaned body, in UTF-16 units; a longer one is cut and sanitised again. */
export const maxOutput = 1_500_000;

/**
 * Every element that may stand in a cleaned body, its attributes, and why it may. What is absent goes, with its
 * text kept. Nowhere: `style`, `class`, `id`, `name` (the page's own names, and DOM clobbering), event handlers,
 * `svg` and `math` (other parsing rules), forms, frames, players (they become links).
 */
const allowed: readonly (readonly [elements: string, attributes: string, reason: string])[] = [
  ['p h2 h3 h4 h5 h6', 'dir lang', 'text and its headings; h1 is the headline of the page around it'],
  ['br hr', '', 'line ends of verse and addresses, changes of scene'],
  ['ul', 'dir', 'lists'],
  ['ol', 'dir start reversed', 'lists that count on after an interruption'],
  ['li', 'value', 'their lines'],
  ['dl dt dd', '', 'glossaries, interviews'],
  ['blockquote', 'dir lang', 'quotations'],
  ['pre code samp kbd var', '', 'code and verse: white space counts'],
  ['figure figcaption', '', 'a picture with its caption'],
  ['img', 'src alt width height', 'pictures; sizes keep the page from jumping'],
  ['table caption thead tbody tfoot tr', '', 'tables'],
  ['td th', 'colspan rowspan scope', 'cells that span'],
  ['details summary', '', 'text that the author folded'],
  ['a', 'href', 'links'],
  ['strong em b i u s del ins mark small sub sup q cite dfn', '', 'emphasis that carries meaning'],
  ['abbr', 'title', 'abbreviations explained'],
  ['time', 'datetime', 'dates in the text'],
  ['span bdi', 'dir lang', 'words of another script or direction'],
  ['bdo', 'dir', 'text whose direction is its meaning'],
  ['ruby rb rt rp', '', 'reading aids of Chinese and Japanese'],
];

const allowedTags = allowed.flatMap(([elements]) => elements.split(' '));
/** Without those that may have none: the sanitiser goes through all of it for every body. */
const allowedAttributes = Object.fromEntries(
  allowed
    .filter(([, attributes]) => attributes !== '')
    .flatMap(([elements, attributes]) => elements.split(' ').map((name) => [name, attributes.split(' ')])),
);

/** What an attribute may say; with anything else it goes. Text stands on one line; addresses are checked apart. */
const values: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    dir: /^(?:ltr|rtl|auto)$/i,
    lang: /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i,
    start: /^-?\d{1,9}$/,
    value: /^-?\d{1,9}$/,
    reversed: /^(?:reversed)?$/i,
    width: /^\d{1,5}$/,
    height: /^\d{1,5}$/,
    colspan: /^\d{1,3}$/,
    rowspan: /^\d{1,3}$/,
    scope: /^(?:row|col|rowgroup|colgroup)$/i,
    datetime: /^[\dTZPWYMDHS:.+ -]{1,40}$/i,
  }),
);

/** Elements whose content is not text of the article, even when a browser would show it as such. */
const droppedWhole =
  `script style template noscript textarea option select xmp plaintext listing title head svg
  math iframe noembed noframes object embed applet canvas audio video frameset`.split(/\s+/);

/**
 * The last step of cleaning: nothing may touch what it returns. Addresses must be absolute http or https.
 * Line ends inside `<pre>` become `&#10;`, so that no blank line can stand in a stored body.
 */
export function sanitize(html: string): string {
  const once = sanitizeOnce(html.slice(0, maxOutput));
  return once.length > maxOutput ? sanitizeOnce(once.slice(0, maxOutput)) : once;
}

/** How many `pre` are open; a body is sanitised in one go. */
let pres = 0;

function sanitizeOnce(html: string): string {
  pres = 0;
  return sanitizeHtml(html, options);
}

/** At most one line end in a run of white space. Run by run: looking for line ends first takes the square of its length. */
const oneLineEnd = (space: string): string => (/[\r\n]/.test(space) ? '\n' : space);

const isHttp = (address: string | undefined): boolean => /^https?:\/\/[^/]/.test(address ?? '');

/** Attributes whose values mean something. A link to anywhere but the web stays as its text. */
function onlyMeaningful(tagName: string, attribs: Record<string, string>) {
  if (tagName === 'a' && !isHttp(attribs['href'])) return { tagName: 'nolink', attribs: {} };
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attribs)) {
    const meaning = values.get(name);
    if (!meaning) kept[name] = value.replace(/\s+/g, ' ');
    else if (meaning.test(value)) kept[name] = value;
  }
  return { tagName, attribs: kept };
}

/** The same object for all: the sanitiser takes it in anew for every body. */
const options: IOptions = {
  allowedTags,
  allowedAttributes,
  allowedSchemes: ['http', 'https'],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
  allowProtocolRelative: false,
  nonTextTags: droppedWhole,
  nestingLimit: maxDepth + 16,
  selfClosing: ['img', 'br', 'hr'],
  exclusiveFilter: (frame) => frame.tag === 'img' && !isHttp(frame.attribs['src']),
  transformTags: { '*': onlyMeaningful },
  onOpenTag: (name) => {
    if (name === 'pre') pres += 1;
  },
  onCloseTag: (name) => {
    if (name === 'pre') pres -= 1;
  },
  textFilter: (text) => {
    if (!text.includes('\n') && !text.includes('\r')) return text;
    return pres > 0 ? text.replace(/\r\n?|\n/g, '&#10;') : text.replace(unfolded, oneLineEnd);
  },
};
