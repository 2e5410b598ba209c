import { httpUrl } from '../../text/url.ts';

/** Longest text read as an address, in characters; removing line breaks takes time by the square of its length. */
const LONGEST = 8192;

/**
 * The address in the text or attribute of an element, absolute, or null. Mends what publishers' software does to
 * addresses: escapes them twice, puts a scheme in front of another, wraps them in brackets or a tag. A text with blanks
 * is no relative address; `www.…` gets the scheme it lacks.
 */
export function addressIn(text: string | null, base: string | null): string | null {
  const given = text?.trim() ?? '';
  if (given === '' || given.length > LONGEST) return null;
  const address = mended(given.replace(/\s*[\r\n]+\s*/g, ''));
  if (/^www\.[\w-]+\.\w/i.test(address)) return httpUrl(`http://${address}`);
  return httpUrl(address, /[\s<>]/.test(address) ? null : base);
}

function mended(address: string): string {
  const [, inTag, inBrackets] = /^<a\s[^<>]*?href\s*=\s*["']?([^"'\s>]+)|^<([^<>\s]+)>$/i.exec(address) ?? [];
  return (inTag ?? inBrackets ?? address)
    .replace(/&(?:(?:amp|#0*38|#x0*26);)+/gi, '&')
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
    .replace(/^https?:?\/*\s*(?=https?:\/)/i, '')
    .replace(/^(https?)\/\/(?=[\w-]+\.)/i, '$1://');
}
