import { escapeText, unescapeOnce } from '../../text/escape.ts';
import { withEscapedMarkup } from '../../text/escaped-markup.ts';
import { looksLikeHtml } from '../../text/looks-like-html.ts';
import { oneLine } from '../../text/one-line.ts';
import { textOfHtml } from '../../text/text-of-html.ts';
import { attribute, type RawElement } from '../raw-element.ts';

/** What the text of an element is; `undeclared` when the element does not say. */
type Kind = 'text' | 'html' | 'base64' | 'binary' | 'undeclared';

/** The kind by Atom's `type` and `mode`, Media RSS's `type`, and whether the element contained markup. */
function kindOf(element: RawElement): Kind {
  const type = (attribute(element, 'type') ?? '').toLowerCase();
  const mode = (attribute(element, 'mode') ?? '').toLowerCase();
  if (element.attributes['form'] === 'markup') return 'html';
  if (mode === 'base64') return 'base64';
  if (type === 'html' || type === 'xhtml' || /\b(?:html|xml)\b|\+xml$/.test(type)) return 'html';
  if (mode === 'escaped') return type === '' || type === 'text/plain' ? 'undeclared' : 'html';
  if (type === 'text' || type === 'plain' || type.startsWith('text/')) return 'text';
  if (/^(?:image|audio|video|font)\/|^application\/(?!octet-stream)/.test(type)) return 'binary';
  return type.includes('/') ? 'base64' : 'undeclared';
}

/** The text of an element as HTML source, or null when blank. `assume` is for elements without a declared type. */
export function htmlOf(element: RawElement, assume: 'html' | 'text' | 'guess'): string | null {
  const kind = kindOf(element);
  const text = kind === 'base64' ? fromBase64(element.text) : element.text;
  if (kind === 'binary' || text.trim() === '') return null;
  const isHtml =
    kind === 'undeclared'
      ? assume === 'html' || (assume === 'guess' && looksLikeHtml(text))
      : kind !== 'text';
  return isHtml ? withEscapedMarkup(text.trim()) : escapeText(text.trim());
}

/** How many characters are read for a line of text; no title is that long. */
const LONGEST_LINE = 20_000;

/** The text of an element as one line of plain text, or null when blank. Base64 is HTML only if its type says so. */
export function plainOf(element: RawElement): string | null {
  const kind = kindOf(element);
  const given = element.text.slice(0, LONGEST_LINE);
  const text = kind === 'base64' ? fromBase64(given) : given;
  if (kind === 'base64' && !/html/i.test(attribute(element, 'type') ?? '')) return oneLine(text) || null;
  const isHtml = kind === 'html' || kind === 'base64' || (kind === 'undeclared' && looksLikeHtml(text));
  return oneLine(unescapeOnce(isHtml ? textOfHtml(text) : text)) || null;
}

function fromBase64(text: string): string {
  return /^[\w+/=\s-]*$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text;
}
