import { Converter } from 'opencc-js/t2cn';

/** Character by character: the wordings of Taiwan are no part of it, since 程序 means one thing here, another there. */
const toSimplified = Converter({ from: 't', to: 'cn' });

/**
 * A text as it is compared, never as it is shown: small letters, one width, one script for Chinese.
 * `美國總統（ＵＳ）` and `美国总统(us)` fold to the same text.
 */
export function fold(text: string): string {
  return toSimplified(text.normalize('NFKC').toLowerCase());
}
