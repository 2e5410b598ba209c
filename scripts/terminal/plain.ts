/**
 * Text for a terminal or a log, whoever wrote it: one line, without control characters, escape sequences and
 * signs that turn the direction of writing. Callers put words of their own before it, so that it never begins a
 * line: GitHub's runner takes a line that begins with `::` for a command. It takes `##[…]` for one anywhere in a
 * line, and fails the step for one that it does not allow (actions/runner, ActionCommand.cs).
 */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/#(?=#\[)/g, '# ')
    .trim();
}

/**
 * A value as JSON for a terminal or a log: what `plain` takes out of a text stands there as an escape of JSON, so that
 * whoever parses it has every character.
 */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/(?<=##)\[|(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (signs) =>
    [...Array(signs.length).keys()]
      .map((at) => `\\u${signs.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
