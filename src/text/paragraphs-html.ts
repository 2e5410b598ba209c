import { escapeText } from './escape.ts';

/** Converts plain text to HTML: a blank line starts a paragraph, any other line break becomes `<br>`. */
export function paragraphsHtml(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => `<p>${escapeText(part.trim()).replace(/\r?\n/g, '<br>')}</p>`)
    .join('\n');
}
