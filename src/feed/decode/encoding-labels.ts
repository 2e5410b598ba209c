import iconv from 'iconv-lite';

/** Encoding Standard (WHATWG) names that iconv-lite has under another name or in a larger form. */
const IN_ICONV: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gbk: 'gb18030',
    big5: 'big5-hkscs',
    shift_jis: 'cp932',
    'euc-kr': 'cp949',
    'x-mac-cyrillic': 'macukraine',
  }),
);

/**
 * Labels that neither the Encoding Standard nor iconv-lite knows, or for which iconv-lite has a smaller encoding than is
 * in use. Only letters and digits of a label count. Sources: Python's `encodings.aliases`; Apple's names (`x-mac-…`).
 */
const OTHER_LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hzgb2312: 'gb18030',
    cp936: 'gb18030',
    euccn: 'gb18030',
    eucgb2312cn: 'gb18030',
    gb180302000: 'gb18030',
    xmacsimpchinese: 'gb18030',
    big5tw: 'big5-hkscs',
    xmactradchinese: 'big5-hkscs',
    xmacjapanese: 'cp932',
    ksx1001: 'cp949',
    uhc: 'cp949',
    xmackorean: 'cp949',
    cp1051: 'hp-roman8',
    cp866u: 'cp1125',
    kz1048: 'rk1048',
    maclatin2: 'maccenteuro',
    xmacce: 'maccenteuro',
  }),
);

/** Names of iconv-lite that are not encodings of text, or are Unicode, which the bytes show without a label. */
const NO_LABEL = /^(?:base64|hex|binary|internal|utf-?(?:7|8|16|32).*|ucs-?[24].*|unicode.*|cesu-?8)$/;

/** The charset of a Content-Type, as written. */
export function labelOf(contentType: string | null): string | undefined {
  return /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1];
}

/** The encoding named in the XML declaration, or in the `<meta>` of a web page; as written. */
export function declaredLabel(buffer: Buffer): string | undefined {
  const beginning = buffer.toString('latin1', 0, 1024);
  return (/^[^>]{0,200}?\bencoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(beginning) ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([^"'\s>/;]+)/i.exec(beginning))?.[1];
}

/** The iconv-lite name of the encoding that a label means; null for an unknown label. */
export function encodingOf(label: string): string | null {
  const key = label.trim().toLowerCase();
  const name = OTHER_LABELS.get(key.replace(/[^a-z\d]/g, '')) ?? standardName(key);
  const encoding = IN_ICONV.get(name) ?? name;
  return !NO_LABEL.test(encoding) && iconv.encodingExists(encoding) ? encoding : null;
}

/** The Encoding Standard's name for a label (`latin1` is `windows-1252`); the label itself when it has none. */
function standardName(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label;
  }
}

const highBytes = Buffer.from(Array.from({ length: 128 }, (_, at) => 128 + at));

/** Whether each byte is a character of the encoding, so that no bytes are invalid in it. */
export function isSingleByte(encoding: string): boolean {
  return iconv.decode(highBytes, encoding).length === highBytes.length;
}
