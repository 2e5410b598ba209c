import { textOfHtml } from '../text/text-of-html.ts';

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Whether a body says what its headline says and nothing else, as a post does that is called by its own words. `html` is a
 * cleaned body.
 */
export function repeatsHeadline(title: string, html: string): boolean {
  if (html.length > 20 * title.length + 2000) return false;
  const text = letters(textOfHtml(html));
  return text !== '' && text === letters(title);
}

/** A cleaned body, or '' when it is one line of words that its headline says already. */
export function withoutHeadline(title: string, html: string): string {
  const isPlain = !/<(?!\/?(?:p|span|em|strong|b|i|br)\b)/.test(html);
  return isPlain && repeatsHeadline(title, html) ? '' : html;
}
