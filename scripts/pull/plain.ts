/**
 * Text for a terminal or a log, whoever wrote it: one line, without control characters, escape sequences and
 * signs that turn the direction of writing. Callers put words of their own before it, so that it never begins a
 * line (a runner takes a line that begins with `::` for a command).
 */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}
