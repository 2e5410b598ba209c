import { chardet } from 'jschardet';

/** How many bytes are looked at. */
const SAMPLE = 100_000;
/** Encodings of languages in Latin letters, by the names of the detector. */
const LATIN = ['Windows-1252', 'Windows-1250', 'Windows-1254', 'Windows-1257', 'Windows-1258'];

/**
 * The most likely encoding of bytes that have no label and are not UTF-8, by statistics of the text without its markup,
 * which is the same in all encodings. `windows-1252` when the detector has no answer.
 */
export function detectEncoding(buffer: Buffer): string {
  const sample = withoutMarkup(buffer);
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  // When most letters are ASCII, the others must be accented ones.
  const candidates = high < sample.length / 5 ? { includeEncodings: LATIN } : {};
  // A single invalid byte rules an encoding out, so each half is also tried on its own.
  const middle = sample.length >> 1;
  const [best] = [sample, sample.subarray(0, middle), sample.subarray(middle)]
    .map((part) => chardet.detect(part, { encodingEra: MODERN_WEB, ...candidates }))
    .toSorted((a, b) => b.confidence - a.confidence);
  return best?.encoding && best.confidence > 0 ? best.encoding.toLowerCase() : 'windows-1252';
}

/** The detector's constant for the encodings that the web still uses. */
const MODERN_WEB = 1;

/** The bytes outside of tags, runs of white space replaced by a blank. */
function withoutMarkup(buffer: Buffer): Buffer {
  const text = buffer.toString('latin1', 0, SAMPLE * 4);
  const bare = text
    .replace(/<!\[CDATA\[|\]\]>/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:lt|gt|amp|quot|#\d+);/g, ' ')
    .replace(/\s+/g, ' ');
  return Buffer.from(bare.slice(0, SAMPLE), 'latin1');
}
