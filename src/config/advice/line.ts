import type { Advice } from '../advice.ts';
import { unquoted } from './repair.ts';
import { allFields } from './schema-lookup.ts';

export const tabAdvice: Advice = {
  message: 'a tab indents this line',
  hint: 'indent with spaces only: replace the tab with two spaces',
};

export const spaceAdvice: Advice = {
  message: 'the line is indented with characters that only look like spaces',
  hint: 'delete everything before the first letter and type spaces',
};

/** A mistake that a line shows by itself. `advice` gets the groups of `form`. */
interface LineMistake {
  form: RegExp;
  /** Null when it is no mistake after all. */
  advice: (...groups: string[]) => Advice | null;
}

/** Common mistakes, tried in this order: more than one may fit a line. */
const lineMistakes: LineMistake[] = [
  { form: /^ *\t/, advice: () => tabAdvice },
  {
    form: /^ *-\s*\t\s*(.*)$/,
    advice: (rest = '') => ({
      message: 'a tab stands after the hyphen',
      hint: `write a space there: - ${rest}`,
    }),
  },
  {
    form: /^ *-([A-Za-z]+:.*)$/,
    advice: (rest) => ({
      message: 'there is no space after the hyphen',
      hint: `write a space there: - ${rest}`,
    }),
  },
  {
    form: /^\s*＃/,
    advice: () => ({
      message: 'the # that begins this comment is a full-width one (＃)',
      hint: 'write a plain # and a space',
    }),
  },
  {
    form: /^\s*[^\S ]/,
    advice: () => spaceAdvice,
  },
  {
    form: /^\s*[–—−－・·•]/,
    advice: () => ({
      message: 'the line starts with a dash or dot where a hyphen belongs',
      hint: 'start an entry of a list with - (hyphen) and a space',
    }),
  },
  {
    form: /^\s*(?:- +)?([A-Za-z]+)\s*：/,
    advice: (field) => ({
      message: 'the colon here is a full-width one (：)',
      hint: `write ${field}: with a plain colon and a space`,
    }),
  },
  {
    form: /^\s*(?:- +)?([A-Za-z]+):[^\s/]/,
    advice: (field) => ({
      message: 'there is no space after the colon',
      hint: `write ${field}: and a space before the value`,
    }),
  },
  {
    form: /^\s*(?:- +)?([A-Za-z]+)(?:\s*=\s*|\s+)([^\s:=].*)$/,
    advice: (field = '', value = '') =>
      allFields.has(field)
        ? { message: `the colon after ${field} is missing`, hint: `write ${field}: ${value.trim()}` }
        : null,
  },
  {
    form: /^\s*(?:- +)?([A-Za-z]+)\s*$/,
    advice: (field = '') =>
      allFields.has(field)
        ? { message: `the colon after ${field} is missing`, hint: `write ${field}:` }
        : null,
  },
  {
    // A value without quotation marks that contains `: ` or ends in a colon, or starts with @, ` or %.
    form: /^\s*(?:- +)?([A-Za-z]+): +(?=[^\s"'[{|>#])(?=[@`%]|.*:(?:\s|$))(.*)$/,
    advice: (field = '', value = '') => ({
      message: 'a character in this text has a special meaning in YAML',
      hint: `put the text in quotation marks: ${field}: ${JSON.stringify(unquoted(value))}`,
    }),
  },
];

/** Advice for a line with a common mistake, whatever the parser reports about it; null for any other line. */
export function lineAdvice(line: string): Advice | null {
  for (const { form, advice } of lineMistakes) {
    const found = form.exec(line);
    const given = found && advice(...found.slice(1));
    if (given) return given;
  }
  return null;
}
