import { tagNames } from './tag-names.ts';

/** Elements whose content is no markup: nothing in it is changed. */
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'noscript',
  'iframe',
  'noembed',
  'noframes',
]);
/** Attributes that are written without a value. */
const BOOLEAN = new Set(
  `allowfullscreen async autofocus autoplay checked compact controls default defer disabled download hidden inert ismap
  itemscope loop multiple muted nohref nomodule noresize noshade novalidate nowrap open playsinline readonly required
  reversed seamless selected`.split(/\s+/),
);
/** A `<` before a letter, and the name that a parser would read behind it. */
const TAG = /<(\/?)([a-z][^\s/<>&]*)/gi;
/** Longest tag that is looked at, in characters. */
const LONGEST = 2000;

/**
 * Escapes every `<` before what is no element: `k<n` and `vector<int>` are text, which a parser would take for a tag
 * and leave out. An element is one that HTML, SVG or MathML has, one with a hyphen or a prefix in its name, or one with
 * an attribute that has a value. Takes linear time.
 */
export function escapeLiteralTags(html: string): string {
  let escaped = '';
  let from = 0;
  const unclosed = new Set<string>();
  const opened = new Set<string>();
  let ends: Set<string> | undefined;
  // An element whose name only has a hyphen counts if it is closed somewhere: `<wait-time>` in a sentence is not.
  const closed = () => {
    ends ??= new Set(Array.from(html.matchAll(/<\/([\w.:-]+)/g), ([, name = '']) => name));
    return ends;
  };
  TAG.lastIndex = 0;
  for (let found = TAG.exec(html); found; found = TAG.exec(html)) {
    const [whole, slash = '', name = ''] = found;
    const at = found.index;
    const isTag =
      slash === '' ? isStartTag(html, at + whole.length, name, closed) : isName(name) || opened.has(name);
    if (isTag || isCutOff(html, at, name)) {
      opened.add(name);
      if (slash === '') TAG.lastIndex = endOfRaw(html, TAG.lastIndex, name.toLowerCase(), unclosed);
      continue;
    }
    escaped += `${html.slice(from, at)}&lt;`;
    from = at + 1;
    TAG.lastIndex = from;
  }
  return from === 0 ? html : escaped + html.slice(from);
}

const isName = (name: string): boolean => tagNames.has(name.toLowerCase()) || isOwnName(name);

/** Whether a start tag with this name goes on at `from`: with attributes, or with its end. */
function isStartTag(html: string, from: number, name: string, closed: () => ReadonlySet<string>): boolean {
  const rest = html.slice(from, from + LONGEST);
  const known =
    tagNames.has(name.toLowerCase()) || (isOwnName(name) && (/^[^<>]*\/>/.test(rest) || closed().has(name)));
  if (known && /^\s*\/?>/.test(rest)) return true;
  const attributes = /^[^<>]*/.exec(rest)?.[0] ?? '';
  const hasValue = /(?:^|[\s"'])[a-z_:@][\w:.@-]*\s*=\s*["'\w#/]/i.test(attributes);
  if (hasValue && /^[a-z][\w:.-]*$/i.test(name)) return true;
  return known && closesAt(rest, attributes) && attributes.split(/[\s/]+/).every(isBoolean);
}

/** Whether the text ends within a tag behind a space or another tag, as teasers do that are cut at a length. */
function isCutOff(html: string, at: number, name: string): boolean {
  if (html.length > at + LONGEST || !/^<\/?\w+\s*$/.test(html.slice(at, at + LONGEST))) return false;
  const start = name.toLowerCase();
  return (
    !/[\w$)]$/.test(html.slice(Math.max(0, at - 1), at)) && [...tagNames].some((tag) => tag.startsWith(start))
  );
}

const closesAt = (rest: string, attributes: string): boolean => rest[attributes.length] === '>';
const isBoolean = (name: string): boolean => name === '' || BOOLEAN.has(name.toLowerCase());

/** Names of custom elements (`amp-img`), and of other vocabularies (`o:p`). */
const isOwnName = (name: string): boolean => /^[a-z][\w.]*(?:-[\w.-]+|:[a-z][\w-]*)$/i.test(name);

/** Where the content of an element ends that is no markup; for any other element where its content begins. */
function endOfRaw(html: string, from: number, name: string, unclosed: Set<string>): number {
  if (!RAW.has(name) || unclosed.has(name)) return from;
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  if (found) return found.index;
  unclosed.add(name);
  return from;
}
