import { type Mark, type Pass, readEndTag, readStartTag } from './mend-tags.ts';

/** A piece of a document whose tags all end. */
export interface Mended {
  text: string;
  /** Whether something had to be done for it. */
  changed: boolean;
  /** Whether an entry ends in it that nowhere began. */
  lostEntry: boolean;
}

/**
 * Repairs what would let a tokenizer run on past the damage: a `<` that starts nothing, a quote or a CDATA section
 * that never ends, an end tag with a damaged name. Text within CDATA sections stays as it is. Linear in time.
 */
export function mend(text: string): Mended {
  const pass: Pass = {
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
    const { end, instead } = readMark(pass, at);
    if (instead !== null) {
      parts.push(text.slice(kept, at), instead);
      kept = end;
      changed ||= /[A-Za-z/!]/.test(text[at + 1] ?? '');
    }
    at = text.indexOf('<', end);
  }
  const mended = parts.length === 0 ? text : parts.join('') + text.slice(kept);
  return { text: mended, changed, lostEntry: pass.lostEntry };
}

function readMark(pass: Pass, at: number): Mark {
  const next = pass.text[at + 1];
  if (next === '!') return readSection(pass, at);
  if (next === '?') return readInstruction(pass, at);
  return next === '/' ? readEndTag(pass, at) : readStartTag(pass, at);
}

function readSection(pass: Pass, at: number): Mark {
  const { text, lastCommentEnd } = pass;
  if (/^<!\[CDATA\[/i.test(text.slice(at, at + 9))) return readCdata(pass, at);
  const comment = text.startsWith('<!--', at);
  if (comment && at > lastCommentEnd) return { end: at + 4, instead: '' };
  const end = text.indexOf(comment ? '-->' : '>', at);
  return { end: end < 0 ? text.length : end + (comment ? 3 : 1), instead: comment ? null : '' };
}

/** A section that holds both the end of its element and the start of another section has lost its own end. */
function readCdata({ text, open, lastCdataEnd }: Pass, at: number): Mark {
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

/** Processing instructions say nothing that is read here. */
function readInstruction({ text }: Pass, at: number): Mark {
  const [whole] = /^<\?(?:[^<>]*\?>|[^<>]*>?)/.exec(text.slice(at, at + 2000)) ?? ['<?'];
  return { end: at + whole.length, instead: '' };
}
