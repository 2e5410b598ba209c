import { chardet } from 'jschardet';

const SAMPLE = 100_000;
/** What pages in Latin letters are written in. */
const LATIN = ['Windows-1252', 'Windows-1250', 'Windows-1254', 'Windows-1257', 'Windows-1258'];

/**
 * The likeliest encoding of bytes without a label that are not UTF-8, by their statistics: markup left out, since it is
 * the same in all of them. `windows-1252` when nothing speaks for another.
 */
export function detectEncoding(buffer: Buffer): string {
  const sample = withoutMarkup(buffer);
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  // Where most letters are ASCII, the others can only be accented ones.
  const candidates = high < sample.length / 5 ? { includeEncodings: LATIN } : {};
  // One byte that an encoding has not got rules it out, so each half is heard as well.
  const middle = sample.length >> 1;
  const [best] = [sample, sample.subarray(0, middle), sample.subarray(middle)]
    .map((part) => chardet.detect(part, { encodingEra: MODERN_WEB, ...candidates }))
    .toSorted((a, b) => b.confidence - a.confidence);
  return best?.encoding && best.confidence > 0 ? best.encoding.toLowerCase() : 'windows-1252';
}

/** The detector's own name for the encodings that the web still uses. */
const MODERN_WEB = 1;

/** The bytes outside of tags, white space folded. */
function withoutMarkup(buffer: Buffer): Buffer {
  const text = buffer.toString('latin1', 0, SAMPLE * 4);
  const bare = text
    .replace(/<!\[CDATA\[|\]\]>/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:lt|gt|amp|quot|#\d+);/g, ' ')
    .replace(/\s+/g, ' ');
  return Buffer.from(bare.slice(0, SAMPLE), 'latin1');
}
