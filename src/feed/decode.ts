import iconv from 'iconv-lite';

/** Bytes of a document as text. Never throws. */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bom = iconv.decode(buffer.subarray(0, 4), 'latin1');
  if (bom.startsWith('ÿþ\0\0')) return iconv.decode(buffer, 'utf-32le');
  if (bom.startsWith('\0\0þÿ')) return iconv.decode(buffer, 'utf-32be');
  if (bom.startsWith('ÿþ')) return iconv.decode(buffer, 'utf-16le');
  if (bom.startsWith('þÿ')) return iconv.decode(buffer, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {}
  const http = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  const declared = /^[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/.exec(
    buffer.subarray(0, 300).toString('latin1'),
  )?.[1];
  for (const label of [http, declared]) {
    if (label && !/^(?:us-ascii|ascii)$/i.test(label) && iconv.encodingExists(label))
      return iconv.decode(buffer, label);
  }
  return iconv.decode(buffer, 'windows-1252');
}
