/** The formats of which copies are made; never SVG, which can hold scripts. */
export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';

/**
 * The format of a picture by its bytes; null for anything else, whatever its name or header claims.
 * Source of the signatures: MIME Sniffing Standard, 6.1 (https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern).
 */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBPVP8/.test(head)) return 'webp';
  // An `ftyp` box whose brands name AVIF: HEIC comes in the same box.
  if (/^[\s\S]{4}ftyp[\s\S]{0,52}avi[fs]/.test(head)) return 'avif';
  return null;
}
