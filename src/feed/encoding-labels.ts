import iconv from 'iconv-lite';

/** Encodings that iconv-lite calls otherwise than the WHATWG's Encoding Standard, or knows a wider form of. */
const IN_ICONV: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gbk: 'gb18030',
    big5: 'big5-hkscs',
    shift_jis: 'cp932',
    'euc-kr': 'cp949',
    'x-mac-cyrillic': 'macukraine',
  }),
);

/** Labels that neither knows, or that iconv-lite takes too narrowly; their letters and digits. */
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

/** Names that iconv-lite knows and that are no encoding of text, or that the bytes would have shown by themselves. */
const NO_LABEL = /^(?:base64|hex|binary|internal|utf-?(?:7|8|16|32).*|ucs-?[24].*|unicode.*|cesu-?8)$/;

/** The charset of a Content-Type. */
export function labelOf(contentType: string | null): string | undefined {
  return /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1];
}

/** The encoding named in the XML declaration, or in a `<meta>` when the document is a web page. */
export function declaredLabel(buffer: Buffer): string | undefined {
  const beginning = buffer.toString('latin1', 0, 1024);
  return (/^[^>]{0,200}?\bencoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(beginning) ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([^"'\s>/;]+)/i.exec(beginning))?.[1];
}

/** What iconv-lite calls the encoding that a label means, or null when it means none. */
export function encodingOf(label: string): string | null {
  const key = label.trim().toLowerCase();
  const name = OTHER_LABELS.get(key.replace(/[^a-z\d]/g, '')) ?? standardName(key);
  const encoding = IN_ICONV.get(name) ?? name;
  return !NO_LABEL.test(encoding) && iconv.encodingExists(encoding) ? encoding : null;
}

/** What the Encoding Standard calls it: `latin1` means windows-1252, for one. The label itself when it has none. */
function standardName(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label;
  }
}

const highBytes = Buffer.from(Array.from({ length: 128 }, (_, at) => 128 + at));

/** Whether every byte is a character in it, so that nothing contradicts it. */
export function isSingleByte(encoding: string): boolean {
  return iconv.decode(highBytes, encoding).length === highBytes.length;
}
