import { decodeHTML } from 'entities';

/** Decodes the entities of a text that was escaped once more than its format asks (`Q&amp;amp;A` → `Q&A`). */
export function unescapeOnce(text: string): string {
  return /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/i.test(text) ? decodeHTML(text) : text;
}

/** Escapes plain text for HTML. */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escapes plain text for an attribute in double quotes, as the sanitiser writes it. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
