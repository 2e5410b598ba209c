/** A piece of a document whose tags all end. */
export interface Mended {
  text: string;
  /** Whether something had to be done for it. */
  changed: boolean;
  /** Whether an entry ends in it that nowhere began. */
  lostEntry: boolean;
}

/** A text on its way through: the elements that are open, and where the last section of each kind ends. */
interface Pass {
  text: string;
  open: string[];
  lastCommentEnd: number;
  lastCdataEnd: number;
  lostEntry: boolean;
  /** Whether the innermost open element holds nothing but text so far. */
  leaf: boolean;
}

/** Where a mark that begins with `<` ends, and what is written instead of it; null for the mark itself. */
interface Mark {
  end: number;
  instead: string | null;
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

/** Deeper than this, the outermost elements are forgotten. */
const DEEPEST = 300;

function enter(open: string[], name: string): void {
  open.push(name);
  if (open.length > DEEPEST) open.shift();
}

const START_TAG = /<[A-Za-z_][^ \t\r\n<>/]*(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y;
const UNQUOTED_TAG = /<[A-Za-z_][^<>]*>/y;

function readStartTag(pass: Pass, at: number): Mark {
  const { text } = pass;
  START_TAG.lastIndex = at;
  UNQUOTED_TAG.lastIndex = at;
  const sound = START_TAG.exec(text)?.[0];
  const tag = sound ?? UNQUOTED_TAG.exec(text)?.[0];
  if (tag === undefined) return { end: at + 1, instead: '&lt;' };
  if (!tag.endsWith('/>')) enter(pass.open, /^<([^ \t\r\n<>/]*)/.exec(tag)?.[1] ?? '');
  pass.leaf = !tag.endsWith('/>');
  return { end: at + tag.length, instead: sound === undefined ? closeQuote(tag) : null };
}

/** A tag with a quote too few, given one where the value most likely ended. */
function closeQuote(tag: string): string {
  const quote = tag.split('"').length % 2 === 0 ? '"' : "'";
  const atNextAttribute = tag.replace(
    new RegExp(`(=${quote}[^${quote}\\s]*)(\\s+[\\w:.-]+=${quote})`),
    `$1${quote}$2`,
  );
  return atNextAttribute === tag ? tag.replace(/\s*\/?>$/, (end) => quote + end) : atNextAttribute;
}

const END_TAG = /<\/([A-Za-z_][^ \t\r\n<>/]*)[^<>]*(>?)/y;

function readEndTag(pass: Pass, at: number): Mark {
  const { text, open, leaf } = pass;
  END_TAG.lastIndex = at;
  const tag = END_TAG.exec(text);
  if (!tag) return { end: at + 1, instead: '&lt;' };
  const [whole, name = '', bracket] = tag;
  const end = at + whole.length;
  const depth = open.lastIndexOf(name);
  const last = open.at(-1) ?? '';
  pass.leaf = false;
  if (depth >= 0) {
    open.length = depth;
    return { end, instead: bracket === '' ? `</${name}>` : null };
  }
  // `<title>…</tilte>` and `<tilte>…</title>`: in an entry, what ends right behind a field's text is the field.
  const endsField = leaf && open.length === 2 && isEntryName(open[0] ?? '') && !isEntryName(name);
  if (isEntryName(name)) pass.lostEntry = true;
  if (endsField || isMisspelt(name, last)) {
    open.pop();
    return { end, instead: `</${last}>` };
  }
  return { end, instead: bracket === '' ? '' : null };
}

function isEntryName(name: string): boolean {
  return /^(?:[\w.-]+:)?(?:item|entry)$/i.test(name);
}

/** Whether two names differ in one character: another one, one too many or one too few. */
export function isMisspelt(name: string, meant: string): boolean {
  if (Math.abs(name.length - meant.length) > 1 || name === meant) return false;
  let same = 0;
  while (same < name.length && name[same] === meant[same]) same++;
  const rest = name.slice(same);
  const restMeant = meant.slice(same);
  return rest.slice(1) === restMeant.slice(1) || rest.slice(1) === restMeant || rest === restMeant.slice(1);
}
