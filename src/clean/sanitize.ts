import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { maxDepth } from '../html/parse.ts';
import { unfolded } from '../html/text-of.ts';
import { isPlaceId } from './dom/anchors.ts';
import { isMath, mathAttributesOf, mathTable, mathTokens } from './math/elements.ts';

/** Longest cleaned body, in UTF-16 units. A longer one is cut and sanitised again. */
export const maxOutput = 1_500_000;

/**
 * Every element allowed in a cleaned body, its attributes, and the reason. The sanitiser removes all other elements
 * and keeps their text. Never allowed: `style`, `class`, `name` and foreign ids (they would collide with the page's own
 * and allow DOM clobbering), event handlers, `svg` (other parsing rules), forms, frames, players (rules turn them into
 * links). Formulas have a table of their own, `math/elements.ts`: nothing else may stand in them.
 */
const allowed: readonly (readonly [elements: string, attributes: string, reason: string])[] = [
  ['p h2 h3 h4 h5 h6', 'dir lang', 'text and its headings; h1 is the headline of the page around it'],
  ['br hr', '', 'line ends of verse and addresses, changes of scene'],
  ['ul', 'dir', 'lists'],
  ['ol', 'dir start reversed', 'lists that count on after an interruption'],
  ['li', 'value', 'their lines'],
  ['dl dt dd', '', 'glossaries, interviews'],
  ['blockquote', 'dir lang', 'quotations'],
  ['pre', 'data-language', 'code and verse: white space counts; what the code is written in'],
  ['code samp kbd var', '', 'code in a line'],
  ['figure figcaption', '', 'a picture with its caption'],
  ['img', 'src alt width height', 'pictures; sizes keep the page from jumping'],
  ['table caption thead tbody tfoot tr', '', 'tables'],
  ['td th', 'colspan rowspan scope', 'cells that span'],
  ['details', 'open', 'text that the author folded, or folded and opened'],
  ['summary', '', 'its first line'],
  ['a', 'href', 'links'],
  ['strong em b i u s del ins mark small sub sup q cite dfn', '', 'emphasis that carries meaning'],
  ['abbr', 'title', 'abbreviations explained'],
  ['time', 'datetime', 'dates in the text'],
  ['span bdi', 'dir lang', 'words of another script or direction'],
  ['bdo', 'dir', 'text whose direction is its meaning'],
  ['ruby rb rt rp', '', 'reading aids of Chinese and Japanese'],
  [
    `p h2 h3 h4 h5 h6 li dt dd td th tr blockquote pre figure figcaption table caption ul ol dl summary a abbr b cite
    code del dfn em i ins kbd mark q s samp small span strong sub sup u var`,
    'id',
    'places that links within the article lead to: footnotes, contents lists; only names of ours',
  ],
];

const allowedTags = [...allowed, ...mathTable].flatMap(([elements]) => elements.split(/\s+/));
/** Elements without attributes are left out, because the sanitiser reads the whole table for every body. */
const allowedAttributes = Object.fromEntries(
  Array.from(
    Map.groupBy(
      [...allowed, ...mathTable].filter(([, attributes]) => attributes !== '').flatMap(eachElement),
      ([name]) => name,
    ),
    ([name, rows]) => [name, rows.flatMap(([, attributes]) => attributes)],
  ),
);

function eachElement([elements, attributes]: (typeof allowed)[number]): [string, string[]][] {
  return elements.split(/\s+/).map((name) => [name, attributes.split(' ')]);
}

/**
 * The values that an attribute may have; with any other value it is removed. `onlyMeaningful` folds other attributes
 * to one line, and the schemes of addresses are checked apart.
 */
const values: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    dir: /^(?:ltr|rtl|auto)$/i,
    lang: /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i,
    start: /^-?\d{1,9}$/,
    value: /^-?\d{1,9}$/,
    open: /^(?:open)?$/i,
    reversed: /^(?:reversed)?$/i,
    width: /^\d{1,5}$/,
    height: /^\d{1,5}$/,
    colspan: /^\d{1,3}$/,
    rowspan: /^\d{1,3}$/,
    scope: /^(?:row|col|rowgroup|colgroup)$/i,
    'data-language': /^[a-z\d][a-z\d+#.-]{0,19}$/,
    datetime: /^[\dTZPWYMDHS:.+ -]{1,40}$/i,
  }),
);

/** Elements removed with their content, which is no text of the article even where a browser would show it. */
const droppedWhole =
  `script style template noscript textarea option select xmp plaintext listing title head svg
  annotation annotation-xml iframe noembed noframes object embed applet canvas audio video frameset`.split(
    /\s+/,
  );
const dropped: ReadonlySet<string> = new Set(droppedWhole);

/**
 * The last step of cleaning: no code may change the HTML that it returns. Keeps only absolute http and https
 * addresses, and ids and links within the article in the namespace of the article; without one, none. Writes line ends inside `<pre>` as `&#10;`, so that a stored body has no blank line.
 */
export function sanitize(html: string, namespace: string | null = null): string {
  const once = sanitizeOnce(html.slice(0, maxOutput), namespace);
  return once.length > maxOutput ? sanitizeOnce(once.slice(0, maxOutput), namespace) : once;
}

function sanitizeOnce(html: string, namespace: string | null): string {
  let openPres = 0;
  const open = { formulas: 0, tokens: 0 };
  return sanitizeHtml(html, {
    ...options,
    onOpenTag: (name) => {
      if (name === 'pre') openPres += 1;
      if (name === 'math') open.formulas += 1;
      if (mathTokens.has(name)) open.tokens += 1;
    },
    onCloseTag: (name) => {
      if (name === 'pre') openPres -= 1;
      if (name === 'math') open.formulas -= 1;
      if (mathTokens.has(name)) open.tokens -= 1;
    },
    transformTags: {
      '*': (name, attribs) => (isInPlace(name, open) ? onlyMeaningful(name, attribs, namespace) : notAllowed),
    },
    textFilter: (text) => {
      if (!text.includes('\n') && !text.includes('\r')) return text;
      return openPres > 0 ? text.replace(/\r\n?|\n/g, '&#10;') : text.replace(unfolded, oneLineEnd);
    },
  });
}

/** A tag that the allow-list does not have: the sanitiser removes it and keeps its text. */
const notAllowed = { tagName: 'not-allowed', attribs: {} };

/**
 * Whether an element may stand where it does, with so many formulas and parts with text open, itself counted: only
 * elements of MathML in a formula, none in a part with text, and they nowhere else. Where HTML and MathML are mixed, a
 * browser reads the same text in another way.
 */
function isInPlace(name: string, { formulas, tokens }: { formulas: number; tokens: number }): boolean {
  if (name === 'math') return formulas === 1 && tokens === 0;
  if (isMath(name)) return formulas > 0 && tokens === (mathTokens.has(name) ? 1 : 0);
  return formulas === 0 || dropped.has(name);
}

/**
 * A run of white space with at most one line end. For one run at a time: an expression that looks for line ends
 * inside of runs takes time in the square of their length.
 */
const oneLineEnd = (space: string): string => (/[\r\n]/.test(space) ? '\n' : space);

const isHttp = (address: string | undefined): boolean => /^https?:\/\/[^/]/.test(address ?? '');

/** The attributes with allowed values. A link that leads anywhere but to the web is replaced by its text. */
function onlyMeaningful(tagName: string, attribs: Record<string, string>, namespace: string | null) {
  if (isMath(tagName)) return { tagName, attribs: mathAttributesOf(tagName, attribs) };
  const isWithin =
    isPlaceId(attribs['href']?.replace(/^#/, ''), namespace) && attribs['href']?.startsWith('#');
  if (tagName === 'a' && !isHttp(attribs['href']) && !isWithin) return notAllowed;
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attribs)) {
    if (name === 'id' && !isPlaceId(value, namespace)) continue;
    const meaning = values.get(name);
    if (!meaning) kept[name] = value.replace(/\s+/g, ' ');
    else if (meaning.test(value)) kept[name] = value;
  }
  return { tagName, attribs: kept };
}

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
};
