import { instructionEnd } from '../prolog.ts';
import { type MarkupState, readEndTag, readStartTag, type Token } from './repair-tags.ts';

/** A chunk of a document in which every tag, comment and CDATA section ends. */
export interface RepairedMarkup {
  text: string;
  /** Whether tags, comments or CDATA sections had to be repaired. */
  changed: boolean;
  /** Whether it contains the end tag of an entry that did not begin in it. */
  lostEntry: boolean;
}

/**
 * Repairs markup that would make a tokenizer read past the damage: a `<` that starts no tag, a quote or a CDATA section
 * that never ends, an end tag with a misspelt name. Text in CDATA sections stays as it is. Takes linear time.
 */
export function repairMarkup(text: string): RepairedMarkup {
  const state: MarkupState = {
    text,
    open: [],
    lastCommentEnd: text.lastIndexOf('-->'),
    lastCdataEnd: text.lastIndexOf(']]>'),
    lostEntry: false,
    leaf: false,
  };
  const parts: string[] = [];
  let kept = 0;
  let changed = false;
  for (let at = text.indexOf('<'); at >= 0; ) {
    const { end, instead, harmless } = readToken(state, at);
    if (instead !== null) {
      parts.push(text.slice(kept, at), instead);
      kept = end;
      changed ||= harmless !== true && /[A-Za-z/!]/.test(text[at + 1] ?? '');
    }
    at = text.indexOf('<', end);
  }
  const repaired = parts.length === 0 ? text : parts.join('') + text.slice(kept);
  return { text: repaired, changed, lostEntry: state.lostEntry };
}

function readToken(state: MarkupState, at: number): Token {
  const next = state.text[at + 1];
  if (next === '!') return readSection(state, at);
  if (next === '?') return readInstruction(state, at);
  return next === '/' ? readEndTag(state, at) : readStartTag(state, at);
}

/** Reads a CDATA section, a comment or a declaration. Declarations are removed. */
function readSection(state: MarkupState, at: number): Token {
  const { text, lastCommentEnd } = state;
  if (/^<!\[CDATA\[/i.test(text.slice(at, at + 9))) return readCdata(state, at);
  const comment = text.startsWith('<!--', at);
  if (comment && at > lastCommentEnd) return { end: at + 4, instead: '' };
  const end = text.indexOf(comment ? '-->' : '>', at);
  return { end: end < 0 ? text.length : end + (comment ? 3 : 1), instead: comment ? null : '' };
}

/** A section that contains the end tag of its element and then the start of another section has lost its own end. */
function readCdata({ text, open, lastCdataEnd }: MarkupState, at: number): Token {
  const ends = at < lastCdataEnd;
  const end = ends ? text.indexOf(']]>', at) : text.length;
  const inside = text.slice(at + 9, end);
  const elementEnd = inside.indexOf(`</${open.at(-1) ?? '>'}`);
  const lost = !ends || (elementEnd >= 0 && inside.indexOf('<![CDATA[', elementEnd) >= 0);
  if (lost) {
    const own = elementEnd < 0 ? inside : inside.slice(0, elementEnd);
    return { end: at + 9 + own.length, instead: `<![CDATA[${own}]]>` };
  }
  return { end: end + 3, instead: text.startsWith('<![CDATA[', at) ? null : `<![CDATA[${inside}]]>` };
}

/** Removes a processing instruction: none of them means anything in a feed. */
function readInstruction({ text }: MarkupState, at: number): Token {
  const closed = instructionEnd(text, at);
  if (closed >= 0) return { end: closed, instead: '' };
  const [whole] = /^<\?(?:[^<>]*\?>|[^<>]*>?)/.exec(text.slice(at, at + 2000)) ?? ['<?'];
  return { end: at + whole.length, instead: '' };
}
