import { toSimplified } from '../../clean/to-simplified.ts';

/**
 * A text as it is compared, never as it is shown: small letters, one width, one script for Chinese.
 * `美國總統（ＵＳ）` and `美国总统(us)` fold to the same text. Not the wordings of Taiwan: 程序 is another thing there.
 */
export function fold(text: string): string {
  return toSimplified(text.normalize('NFKC').toLowerCase());
}
