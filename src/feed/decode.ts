import iconv from 'iconv-lite';
import { detectEncoding } from './decode/detect-encoding.ts';
import { declaredLabel, encodingOf, isSingleByte, labelOf } from './decode/encoding-labels.ts';
import { characterLength, decodeWithLoneBytes } from './decode/lone-bytes.ts';

/** A document as text, and how its encoding was determined. */
export interface Decoded {
  text: string;
  /** Name as used by iconv-lite, such as `utf-8` or `gb18030`. */
  encoding: string;
  /**
   * What the encoding was determined by: a byte order mark, the pattern of NUL bytes, escape sequences, valid UTF-8, the
   * label of HTTP or of the document, or statistics.
   */
  source: 'bom' | 'nul' | 'escapes' | 'utf-8' | 'http' | 'xml' | 'detected';
  /** Whether some bytes could not be read, and show as U+FFFD. */
  damaged: boolean;
}

/**
 * Decodes the bytes of a document. Never throws. `contentType` is the HTTP header or null. The bytes come before any
 * label, because labels are often wrong: a byte order mark, NUL bytes, escape sequences, valid UTF-8; then HTTP's
 * charset, the document's own declaration, and last a detector.
 */
export function decode(bytes: Uint8Array, contentType: string | null): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoded = decodeStrictly(buffer, contentType);
  if (decoded.encoding !== 'utf-8' || !decoded.damaged) return decoded;
  const text = decodeWithLoneBytes(buffer);
  return { ...decoded, text, damaged: text.includes('\ufffd') };
}

function decodeStrictly(buffer: Buffer, contentType: string | null): Decoded {
  const certain = fromMark(buffer) ?? fromNuls(buffer) ?? fromEscapes(buffer);
  if (certain) return certain;
  const utf8 = asUtf8(buffer);
  if (utf8) return { text: utf8, encoding: 'utf-8', source: 'utf-8', damaged: false };
  if (isMostlyUtf8(buffer, contentType)) return { ...read(buffer, 'utf-8', 'utf-8'), damaged: true };
  return fromLabels(buffer, contentType) ?? read(buffer, detectEncoding(buffer), 'detected');
}

/** Byte order marks (Unicode Standard, section 23.8), the longer ones first. */
const MARKS: readonly { mark: string; encoding: string }[] = [
  { mark: '\u00ef\u00bb\u00bf', encoding: 'utf-8' },
  { mark: '\u00ff\u00fe\0\0', encoding: 'utf-32le' },
  { mark: '\0\0\u00fe\u00ff', encoding: 'utf-32be' },
  { mark: '\u00ff\u00fe', encoding: 'utf-16le' },
  { mark: '\u00fe\u00ff', encoding: 'utf-16be' },
];

function fromMark(buffer: Buffer): Decoded | null {
  const beginning = buffer.toString('latin1', 0, 4);
  const found = MARKS.find(({ mark }) => beginning.startsWith(mark));
  return found ? read(buffer, found.encoding, 'bom') : null;
}

/** In UTF-16 and UTF-32, markup has NUL bytes at the same place in every group of four bytes. */
function fromNuls(buffer: Buffer): Decoded | null {
  const sample = buffer.subarray(0, 1024);
  const nuls = [0, 0, 0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) nuls[at % 4] = (nuls[at % 4] ?? 0) + 1;
  const often = nuls.map((count) => count > sample.length / 16);
  const pattern = often.map((is) => (is ? '0' : 'x')).join('');
  const encoding = NUL_PATTERNS[pattern];
  return encoding ? read(buffer, encoding, 'nul') : null;
}

/** `0` is a place that often holds a NUL byte (after XML 1.0, appendix F.1). */
const NUL_PATTERNS: Readonly<Record<string, string>> = {
  x000: 'utf-32le',
  '000x': 'utf-32be',
  x0x0: 'utf-16le',
  '0x0x': 'utf-16be',
};

/** ISO-2022-JP is ASCII with escape sequences that no other encoding has; iconv-lite does not support it. */
function fromEscapes(buffer: Buffer): Decoded | null {
  if (!buffer.includes('\u001b$B') && !buffer.includes('\u001b$@')) return null;
  const text = new TextDecoder('iso-2022-jp').decode(buffer);
  return { text, encoding: 'iso-2022-jp', source: 'escapes', damaged: text.includes('\ufffd') };
}

/** The text when all bytes are valid UTF-8, else null. A character that is cut off at the end is dropped. */
function asUtf8(buffer: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer, { stream: true });
  } catch {
    return null;
  }
}

/**
 * Whether bytes are UTF-8 with some damage. Text in another encoding rarely contains bytes that form a UTF-8 character,
 * so one in five characters beyond ASCII may be damaged, and one in two when a label says that it is UTF-8.
 */
function isMostlyUtf8(buffer: Buffer, contentType: string | null): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < buffer.length; at++) {
    const byte = buffer[at] ?? 0;
    if (byte < 0x80) continue;
    const length = characterLength(buffer, at);
    if (length > 0) at += length - 1;
    if (length > 0) good++;
    else bad++;
  }
  const isLabelled = /^utf-?8$/i.test(labelOf(contentType) ?? declaredLabel(buffer) ?? '');
  return good >= (isLabelled ? 1 : 4) * bad;
}

/** Decodes by the label of HTTP or of the document: the first one whose result is undamaged, else hardly damaged. */
function fromLabels(buffer: Buffer, contentType: string | null): Decoded | null {
  const http = { label: labelOf(contentType), source: 'http' } as const;
  const xml = { label: declaredLabel(buffer), source: 'xml' } as const;
  const candidates = [http, xml].flatMap(({ label, source }) => {
    const encoding = label ? encodingOf(label) : null;
    return encoding ? [read(buffer, encoding, source)] : [];
  });
  const [first, second] = candidates;
  // A single-byte charset in HTTP is often just the server's default, and fits any bytes.
  if (first && second && isSingleByte(first.encoding) && !isSingleByte(second.encoding) && !second.damaged)
    return second;
  return candidates.find((candidate) => !candidate.damaged) ?? candidates.find(isSlightlyDamaged) ?? null;
}

function isSlightlyDamaged(decoded: Decoded): boolean {
  return (decoded.text.match(/\ufffd/g)?.length ?? 0) <= decoded.text.length / 200;
}

function read(buffer: Buffer, encoding: string, source: Decoded['source']): Decoded {
  const text = iconv.decode(buffer, encoding);
  return { text, encoding, source, damaged: text.includes('\ufffd') };
}
