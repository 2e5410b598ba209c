/** The lines above an article's text, as written in the file. */
export interface Heading {
  /** Content of the comment `<!--…-->`: milliseconds since 1970, or `NaN`. */
  stamp: string | null;
  title: string | null;
  link: string | null;
  /** The text after `日期：`. */
  date: string | null;
  /** The text below these lines. */
  rest: string;
}

/** Longest heading read, in characters: title and link may be long and may contain line breaks. */
const longest = 12_000;

/**
 * Reads `<!--ms-->`, `[title](link)` with a line of dashes below it, and `日期：…`; each may be missing. A title may contain
 * brackets and line breaks, a link blanks and parentheses. Never throws.
 */
export function readHeading(text: string): Heading {
  const stamp = /^\s*<!--[ \t]*([^<>]{0,40}?)[ \t]*-->[ \t]*(?:\n|$)/.exec(text);
  const afterStamp = text.slice(stamp?.[0].length ?? 0).replace(/^\s+/, '');
  const named = readTitleAndLink(afterStamp);
  const date = /^\s*(?:日期|date)[ \t]*[：:][ \t]*([^\n]{1,100})(?:\n|$)/i.exec(named.rest);
  return {
    stamp: stamp?.[1] ?? null,
    title: named.title,
    link: named.link,
    date: date?.[1]?.trim() ?? null,
    rest: named.rest.slice(date?.[0].length ?? 0).trim(),
  };
}

function readTitleAndLink(text: string): { title: string | null; link: string | null; rest: string } {
  const none = { title: null, link: null, rest: text };
  if (!text.startsWith('[')) return none;
  const ruled = /\)[ \t]*\n-{3,}[ \t]*(?:\n|$)/.exec(text.slice(0, longest));
  const close = ruled ?? /\)[ \t]*(?:\n|$)/.exec(text.slice(0, longest));
  if (!close) return none;
  const head = text.slice(1, close.index);
  const middle = head.lastIndexOf('](');
  if (middle < 0) return none;
  return {
    title: head.slice(0, middle),
    link: head.slice(middle + 2).trim(),
    rest: text.slice(close.index + close[0].length),
  };
}
