import { fold } from './fold.ts';
import { hash32, mix } from './hash.ts';

/**
 * What a text is recognised by when it comes again: MinHash of its shingles (four characters of a script without
 * blanks, or four words, in a row), of each minimum the lowest six bits. The share of equal values estimates
 * which share of the shingles two texts have in common. Broder 1997; Li and König 2010 for the few bits.
 */
export const fingerprintLength = 32;
const bits = 6;
/** Values of a fingerprint are whole numbers below this. */
export const fingerprintRange = 2 ** bits;
const shingleLength = 4;
/** A text with fewer units than this is too short to be told from another by its shingles. */
const fewestUnits = 24;
const mostUnits = 4000;
const unit =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}\p{N}])+/gu;

/** Values of 0–63, `fingerprintLength` of them; null for a text that is too short to have any. */
export function fingerprintOf(text: string): number[] | null {
  const parts = (fold(text).match(unit) ?? []).slice(0, mostUnits);
  if (parts.length < fewestUnits) return null;
  const minima = new Uint32Array(fingerprintLength).fill(0xffffffff);
  for (let i = 0; i + shingleLength <= parts.length; i += 1) {
    const shingle = hash32(parts.slice(i, i + shingleLength).join(' '));
    for (let k = 0; k < fingerprintLength; k += 1) {
      const value = mix(shingle ^ Math.imul(k + 1, 0x9e3779b1));
      if (value < (minima[k] ?? 0)) minima[k] = value;
    }
  }
  return [...minima].map((value) => value % fingerprintRange);
}

/** Which share (0–1) of their shingles two texts have in common, as their fingerprints tell; 0 without one. */
export function resemblance(a: readonly number[] | null, b: readonly number[] | null): number {
  if (a === null || b === null) return 0;
  let equal = 0;
  for (let k = 0; k < fingerprintLength; k += 1) if (a[k] === b[k]) equal += 1;
  const byChance = 1 / fingerprintRange;
  return Math.max(0, (equal / fingerprintLength - byChance) / (1 - byChance));
}
