import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { escapeLiteralTags } from './literal-tags.ts';
import { oneLine } from './one-line.ts';

/** Elements whose text no reader sees. */
const UNREAD = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);
/** Elements that separate the words around them. */
const APART = new Set(
  `address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr img li main
   nav ol p pre section table td th tr ul`.split(/\s+/),
);

/**
 * The text that a reader sees of some HTML, as one line of at most about `longest` characters. Reads tokens and builds
 * no tree, so the time is linear at any depth of nesting.
 */
export function textOfHtml(source: string, longest = 20_000): string {
  if (!/[<&]/.test(source)) return oneLine(source.slice(0, longest));
  const html = escapeLiteralTags(source);
  let text = '';
  let unread: string | null = null;
  const nameAt = (start: number, end: number) => html.slice(start, end).toLowerCase();
  const ignore = () => {};
  const callbacks: TokenizerCallbacks = {
    ontext(start, end) {
      if (unread === null) text += html.slice(start, end);
      if (text.length > longest * 2) tokenizer.pause();
    },
    ontextentity(codePoint) {
      if (unread === null) text += String.fromCodePoint(codePoint);
    },
    onopentagname(start, end) {
      const name = nameAt(start, end);
      if (unread === null && UNREAD.has(name)) unread = name;
      else if (APART.has(name)) text += ' ';
    },
    onclosetag(start, end) {
      const name = nameAt(start, end);
      if (unread === name) unread = null;
      else if (APART.has(name)) text += ' ';
    },
    oncdata(start, end, offset) {
      if (unread === null) text += html.slice(start, end - offset);
    },
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    onattribname: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onopentagend: ignore,
    onprocessinginstruction: ignore,
    onselfclosingtag: ignore,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  if (tokenizer.running) tokenizer.end();
  return oneLine(text).slice(0, longest);
}
