import { withWindowsCharacters } from '../text/windows-characters.ts';

/**
 * The text of a document with the letters that were meant: control characters that are letters of Windows (U+0092 → ’),
 * and one character for two numbers that are its halves in UTF-16 (`&#55357;&#56832;` → 😀), also when they are escaped.
 */
export function mendLetters(text: string): string {
  const letters = /[\u0080-\u009f]/.test(text) ? withWindowsCharacters(text) : text;
  return HALVES_HINT.test(letters) ? letters.replace(HALVES, wholeCharacter) : letters;
}

const HALVES_HINT = /#(?:5[56]\d{3}|x[dD][89abAB])/i;
const HALVES =
  /&(?:amp;)*#(?:(5[56]\d{3})|x(d[89ab][\da-f]{2}));\s?&(?:amp;)*#(?:(5[67]\d{3})|x(d[c-f][\da-f]{2}));/gi;

function wholeCharacter(halves: string, high = '', highHex = '', low = '', lowHex = ''): string {
  const [first, second] = [number(high, highHex), number(low, lowHex)];
  const isPair = first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000;
  return isPair ? String.fromCharCode(first, second) : halves;
}

function number(decimal: string, hex: string): number {
  return decimal ? Number(decimal) : Number.parseInt(hex, 16);
}
