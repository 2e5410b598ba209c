/** Words for the half of the day, in English, Chinese, Japanese, Korean, Greek, Arabic and Malay. */
const MERIDIEMS: readonly { words: RegExp; half: 'am' | 'pm' }[] = [
  {
    words:
      /(?<![a-z])a\.?\s?m\.?(?![a-z])|上午|午前|오전|凌晨|早上|清晨|π\.?μ\.|(?<!\p{L})(?:ص|PG)(?!\p{L})/iu,
    half: 'am',
  },
  {
    words:
      /(?<![a-z])p\.?\s?m\.?(?![a-z])|下午|午後|午后|오후|中午|晚上|傍晚|夜间|夜間|μ\.?μ\.|(?<!\p{L})(?:م|PTG)(?!\p{L})/iu,
    half: 'pm',
  },
];

/** A date without the word for the half of the day. `english`: whether that was AM or PM. */
interface WithoutMeridiem {
  rest: string;
  half: 'am' | 'pm' | null;
  english: boolean;
}

/**
 * Removes the word for the half of the day from a date. An hour alone before it gets minutes: `9 PM` is `9:00`. When a
 * time comes after it, the number before it is the day: `2026/11/28 下午 03:04`.
 */
export function splitMeridiem(text: string): WithoutMeridiem {
  for (const { words, half } of MERIDIEMS) {
    const match = words.exec(text);
    if (!match) continue;
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const isTimed = /^\s*\d{1,2}\s*[:h]/.test(after);
    const full = isTimed ? before : before.replace(/(?<![\d:.])(\d{1,2})\s?$/, '$1:00');
    return { rest: `${full} ${after}`, half, english: /m/i.test(match[0]) };
  }
  return { rest: text, half: null, english: false };
}
