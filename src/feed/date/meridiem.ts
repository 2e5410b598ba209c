/** Words for the half of the day, in English, Chinese, Japanese and Korean. */
const MERIDIEMS: readonly { words: RegExp; half: 'am' | 'pm' }[] = [
  { words: /(?<![a-z])a\.?\s?m\.?(?![a-z])|上午|午前|오전|凌晨|早上|清晨/iu, half: 'am' },
  { words: /(?<![a-z])p\.?\s?m\.?(?![a-z])|下午|午後|午后|오후|中午|晚上|傍晚|夜间/iu, half: 'pm' },
];

/** Removes the word for the half of the day from a date. An hour alone before it gets minutes: `9 PM` is `9:00`. */
export function splitMeridiem(text: string): { rest: string; half: 'am' | 'pm' | null } {
  for (const { words, half } of MERIDIEMS) {
    const match = words.exec(text);
    if (!match) continue;
    const before = text.slice(0, match.index).replace(/(?<![\d:.])(\d{1,2})\s?$/, '$1:00');
    return { rest: `${before} ${text.slice(match.index + match[0].length)}`, half };
  }
  return { rest: text, half: null };
}
