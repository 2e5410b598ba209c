/** Folds white space to single spaces, trims the text and removes characters that no text needs. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/gu, '')
    .trim();
}

/** The first `longest` UTF-16 units of a text, without half a character at the end. */
export function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
