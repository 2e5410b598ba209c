import { withoutPasswords } from '../../src/text/without-passwords.ts';

/**
 * Makes untrusted text safe for a terminal or a log: one line, without control characters, escape sequences and
 * characters that change the direction of writing, and without the name and password of an address. The runner of GitHub
 * reads a line that begins with blanks and `::` as a command, and `##[…]` anywhere in a line, and fails the step for a
 * command that it does not allow (actions/runner, ActionCommand.cs); neither is left.
 */
export function plain(text: string): string {
  return withoutPasswords(text)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/#(?=#\[)/g, '# ')
    .trim()
    .replace(/^::/, ': :');
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
