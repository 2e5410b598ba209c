import type { YAMLParseError } from 'yaml';
import type { Advice } from '../advice.ts';
import { lineAdvice, tabAdvice } from './line.ts';

/** Advice for what the YAML parser rejects. `line` is the text of the line that its error is about. */
export function syntaxAdvice(
  { code, message }: Pick<YAMLParseError, 'code' | 'message'>,
  line: string,
): Advice {
  if (code === 'DUPLICATE_KEY') return twiceAdvice(line);
  const byLine = lineAdvice(line) ?? (code === 'TAB_AS_INDENT' ? tabAdvice : null);
  if (byLine !== null) return byLine;
  const known = parserAdvice.find(({ starts }) => starts.some((start) => message.startsWith(start)));
  if (known) return { message: known.message, hint: known.hint };
  return {
    message: `this is not YAML (${message.split('\n', 1)[0]})`,
    hint: 'compare it with the lines above; put texts with : or # in quotation marks',
  };
}

/** Advice for a field that is given twice, whose second time begins a line. */
function twiceAdvice(line: string): Advice {
  const field = /^\s*(?:- +)?["']?([\w-]+)["']?\s*:/.exec(line)?.[1] ?? 'this field';
  const message = `${field} is given twice`;
  if (field === 'id' || field === 'url')
    return {
      message,
      hint: `keep one of the two; if a new feed begins here, start its first line with - (hyphen) and a space: - ${line.trim()}`,
    };
  if (/^\S/.test(line))
    return { message, hint: `put what stands below it here under the first ${field}:, and delete this line` };
  return { message, hint: 'keep one of the two' };
}

/** Advice for errors of the package `yaml` 2, by the first words of its messages (in its `compose/`). */
const parserAdvice: (Advice & { starts: string[] })[] = [
  {
    starts: [
      'All mapping items',
      'All sequence items',
      'Sequence item without',
      'A block sequence may not',
      'Nested mappings',
    ],
    message: 'the indentation does not fit the lines above',
    hint: 'start fields that belong together in the same column, and the hyphens of a list too',
  },
  {
    starts: ['Flow '],
    message: 'a bracket that was opened above is not closed',
    hint: 'write ] at the end of the list, or } at the end of the group',
  },
  {
    starts: ['Comments must be separated'],
    message: 'there is no space before this comment',
    hint: 'put a space before the #; if the # belongs to a text, put the text in quotation marks',
  },
  {
    starts: ['Missing closing'],
    message: 'a quotation mark is opened here and never closed',
    hint: 'write the second of the two quotation marks at the end of the text, or take the first one out',
  },
  {
    starts: ['Unexpected scalar'],
    message: 'there is more text after the end of the value',
    hint: 'put the whole text in quotation marks, or a space and a # before a comment',
  },
  {
    starts: ['Implicit keys'],
    message: 'this line does not name a field',
    hint: 'write the name of the field, a colon, a space and its value',
  },
  {
    starts: ['Source contains multiple documents'],
    message: 'a second document starts here',
    hint: 'take out the line of three hyphens, and keep each field once',
  },
];

/** Advice for `*name` references that lead nowhere, or that would expand without end. */
export const referenceAdvice: Advice = {
  message: 'a reference (*name) refers to nothing, to itself or to too much',
  hint: 'write the value out in each place; put a text that starts with * in quotation marks',
};
