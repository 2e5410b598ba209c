import iconv from 'iconv-lite';

/** Labels that mean more than they say, after the WHATWG's Encoding Standard. */
const MEANT: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  'hz-gb-2312': 'gb18030',
  'gb_2312-80': 'gb18030',
  'euc-cn': 'gb18030',
  big5: 'big5-hkscs',
  'big5-tw': 'big5-hkscs',
  'x-x-big5': 'big5-hkscs',
  shift_jis: 'cp932',
  'shift-jis': 'cp932',
  sjis: 'cp932',
  'x-sjis': 'cp932',
  'windows-31j': 'cp932',
  'euc-kr': 'cp949',
  'ks_c_5601-1987': 'cp949',
  ksc5601: 'cp949',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  latin5: 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
};

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
  const encoding = Object.hasOwn(MEANT, key) ? (MEANT[key] ?? key) : key;
  return !NO_LABEL.test(encoding) && iconv.encodingExists(encoding) ? encoding : null;
}

/** Whether every byte is a character in it, so that nothing contradicts it. */
export function isSingleByte(encoding: string): boolean {
  return /^(?:windows-|iso-?8859|koi8|mac|cp8|cp125|ibm)/.test(encoding);
}
