/** What stands before the root of a document, and what the root is. */
export interface Prolog {
  /** What the first element that can be a root belongs to; null when there is none. */
  root: 'page' | 'feed' | 'other' | null;
  /** The document type declaration, or null. Indexes into the text; `end` is after its `>`. */
  doctype: { start: number; end: number } | null;
}

const MARK = /<(?:!--|\?|!doctype|\/?(?:[a-z_][\w.-]*:)?[a-z_][\w.-]*)/gi;
const PAGE = /^<(?:html|head|body)$/i;
const OTHER = /^<(?:opml|urlset|sitemapindex|svg)$/i;
const FEED = /^<(?:[a-z_][\w.-]*:)?(?:rss|feed|rdf|channel|item|entry)$/i;

const FEED_ROOT = /^<(?:[a-z_][\w.-]*:)?(?:rss|feed|rdf)[\s>]/i;

/**
 * Reads up to the root of a document. Comments, instructions and a document type declaration hide the tags in them, and
 * other elements do not count: publishers' software puts warnings and advertising before a feed. A page that ends
 * before a feed begins is no root either. Takes linear time.
 */
export function readProlog(text: string): Prolog {
  const mark = new RegExp(MARK);
  const lastCommentEnd = text.lastIndexOf('-->');
  let doctype: Prolog['doctype'] = null;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [tag] = match;
    if (PAGE.test(tag)) {
      const after = Math.max(afterPage(text), wrappedFeed(text, match.index));
      if (after < match.index) return { root: 'page', doctype };
      mark.lastIndex = after;
    } else if (FEED.test(tag)) {
      return { root: 'feed', doctype };
    } else if (OTHER.test(tag)) {
      return { root: 'other', doctype };
    } else {
      const end = hiddenEnd(text, match.index, tag.toLowerCase(), lastCommentEnd);
      if (/^<!d/i.test(tag)) doctype ??= { start: match.index, end };
      mark.lastIndex = Math.max(mark.lastIndex, end);
    }
  }
  return { root: null, doctype };
}

/** Where what hides tags ends: a comment, an instruction, a declaration; -1 for an element, which hides none. */
function hiddenEnd(text: string, start: number, tag: string, lastCommentEnd: number): number {
  if (tag === '<!--') return start < lastCommentEnd ? endOf(text, '-->', start) : -1;
  if (tag === '<?') return instructionEnd(text, start);
  return tag === '<!doctype' ? doctypeEnd(text, start) : -1;
}

function endOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? -1 : at + sign.length;
}

/** Index after an instruction, or -1. In those of XML the question mark at the end may be missing; other software writes tags in its own. */
export function instructionEnd(text: string, start: number): number {
  const some = text.slice(start, start + 2000);
  const end = endOf(some, /^<\?xml/i.test(some) ? '>' : '?>', 0);
  return end < 0 ? -1 : start + end;
}

/** Index after a declaration with or without an internal subset in brackets; the end of the text when it has no end. */
function doctypeEnd(text: string, start: number): number {
  const bracket = text.indexOf('[', start);
  const plainEnd = endOf(text, '>', start);
  if (plainEnd < 0) return text.length;
  if (bracket < 0 || bracket > plainEnd) return plainEnd;
  const subset = /\]\s*>/g;
  subset.lastIndex = bracket;
  return subset.exec(text) ? subset.lastIndex : plainEnd;
}

/** Index of the root of a feed that only tags stand before, as when a server wraps every document in a page; else -1. */
function wrappedFeed(text: string, start: number): number {
  const wrapping = /^(?:\s*<(?:html|head|body|pre|div|\/head|\?xml)(?:\s[^<>]*)?>)+\s*/i.exec(
    text.slice(start, start + 5000),
  );
  const at = start + (wrapping?.[0].length ?? 0);
  return wrapping && FEED_ROOT.test(text.slice(at, at + 100)) ? at : -1;
}

/** Index after a whole page that the root of a feed follows, else -1. */
function afterPage(text: string): number {
  const follows = /<\/html\s*>\s*(?=<\?xml|<(?:[a-z_][\w.-]*:)?(?:rss|feed|rdf)[\s>])/i.exec(text);
  return follows ? follows.index + follows[0].length : -1;
}
