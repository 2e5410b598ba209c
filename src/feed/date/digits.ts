/** The zero of each script whose digits are read: Arabic, Persian, Devanagari, Bengali, Thai, Khmer, Myanmar. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x17e0, 0x1040];

/** A text whose digits are those of ASCII, and years of the Thai calendar as years AD: `พ.ศ. ๒๕๖๙` → `พ.ศ. 2026`. */
export function withWesternDigits(text: string): string {
  if (!/[\u0600-\u200f]/.test(text)) return text;
  // Marks of direction, and the comma of Arabic.
  const plain = text.replace(/[\u061c\u200e\u200f]/g, '').replaceAll('،', ',');
  const digits = plain.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
  if (!/\p{Script=Thai}/u.test(text)) return digits;
  const years = digits.replace(/[คพ]\.ศ\.\s?/g, '');
  return years.replace(/(?<!\d)2[45]\d\d(?!\d)/, (year) => String(Number(year) - 543));
}
