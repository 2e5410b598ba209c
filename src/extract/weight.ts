/** How much a text says, in letters: a character of Chinese, Japanese or Korean counts as two and a half. */
export interface Weight {
  weight: number;
  /** Whether it ends as a sentence does, in any script. */
  ends: boolean;
}

const wide = 1.5;
const sentenceEnds = new Set('.!?…。！？；．؟।॥۔։።៕။'.split(''));
const closers = new Set('"\'”’»›)）]】」』》 \u00a0'.split(''));

export function weigh(text: string): Weight {
  let weight = 0;
  let spaced = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff) {
      if (!spaced) weight += 1;
      spaced = true;
    } else {
      weight += isWide(code) ? 1 + wide : 1;
      spaced = false;
    }
  }
  if (spaced && weight > 0) weight -= 1;
  return { weight, ends: endsSentence(text) };
}

/** Han, kana, Hangul, and the marks between them. */
const isWide = (code: number): boolean =>
  (code >= 0x3001 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff);

function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && (closers.has(text.charAt(at)) || text.charCodeAt(at) <= 32)) at -= 1;
  return at >= 0 && sentenceEnds.has(text.charAt(at));
}
