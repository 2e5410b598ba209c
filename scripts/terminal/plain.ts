/**
 * Makes untrusted text safe for a terminal or a log: one line, without control characters, escape sequences and
 * characters that change the direction of writing. Callers put words of their own before it, because the runner of
 * GitHub reads a line that begins with `::` as a command. It reads `##[…]` as one anywhere in a line, and fails the step
 * for a command that it does not allow (actions/runner, ActionCommand.cs).
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
 * A value as JSON for a terminal or a log: the characters that `plain` removes are escaped, so that a parser still gets
 * every character.
 */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/(?<=##)\[|(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (signs) =>
    [...Array(signs.length).keys()]
      .map((at) => `\\u${signs.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
