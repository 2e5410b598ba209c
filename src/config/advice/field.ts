import { closestMatch } from 'leven';
import type { z } from 'zod';
import { withoutPasswords } from '../../text/without-passwords.ts';
import type { Advice, Path } from '../advice.ts';
import { exampleLine, fieldsAt, lastName } from './schema-lookup.ts';

/** Advice for what the schema rejects. `data` is the whole file, parsed. */
export function fieldAdvice(issue: z.core.$ZodIssue, data: unknown): Advice {
  const value = valueAt(data, issue.path);
  const found = show(value);
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsAt(issue.path.slice(0, -1));
    const near = nearest(issue.keys[0] ?? '', fields);
    return {
      message: 'there is no field with this name',
      hint: near === null ? `fields here: ${fields.join(', ')}` : `did you mean ${near}?`,
    };
  }
  if (value === undefined) return { message: 'is missing', hint: `write ${exampleLine(issue.path)}` };
  if (issue.message === 'id used twice') {
    return { message: `two feeds have the id ${found}`, hint: 'give one of them another id' };
  }
  return { message: `${expectation(issue)}; found ${found}`, hint: hintFor(issue, value) };
}

/** An example of the field. A text that YAML reads as a number or as true is shown in quotation marks instead. */
function hintFor(issue: z.core.$ZodIssue, value: unknown): string {
  const unquoted = typeof value === 'number' || typeof value === 'boolean';
  if (issue.code === 'invalid_type' && issue.expected === 'string' && unquoted)
    return `write it in quotation marks: ${lastName(issue.path)}: "${value}"`;
  return `write for example ${exampleLine(issue.path)}`;
}

/** What the value should be, as the end of a sentence that begins with the field's name. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `should be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return (
        sentences[issue.message] ?? `should be at least ${String(issue.minimum)}${units[issue.origin] ?? ''}`
      );
    case 'too_big':
      return `should be at most ${String(issue.maximum)}${units[issue.origin] ?? ''}`;
    case 'invalid_value':
      return `should be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_key':
      return 'has a name that is not allowed here';
    default:
      return sentences[issue.message] ?? issue.message;
  }
}

/** zod's names of types. */
const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list (lines that start with -)',
  object: 'a group of fields',
  record: 'a group of fields',
};
const units: Record<string, string> = { string: ' characters long', array: ' entries long' };

/** Sentences for the error codes of `schema/values.ts` and `schema.ts`. */
const sentences: Record<string, string> = {
  'unknown time zone': 'is not a known time zone',
  'not a time of day': 'should be hours and minutes of a 24-hour clock',
  'not an http(s) address':
    'should be an address that starts with http:// or https:// and has no space, user name or password in it',
  'punctuation at the end': 'ends with a punctuation mark that is not part of the address',
  'not a picture service':
    'should be an address that starts with https:// and has {url} once, in place of the address of the picture',
  'not a feed id': 'should have at most 40 characters: small letters, digits and single hyphens',
  'not a topic': 'should start with a letter or digit and have no punctuation except hyphens',
  'not a language tag': 'should be a language tag',
  'not a mute rule': 'should be a word, or a pattern between slashes in which every bracket is closed',
  'slow mute rule':
    'is a pattern that could take very long: leave out \\1 and the like, or one of its repetitions',
  'not a selector': 'should be a CSS selector, in which every bracket is closed',
  'not a selector or a phrase':
    'looks like a CSS selector and is none: close its brackets, or begin a phrase with a letter',
  'no feeds': 'should have at least one feed',
};

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part],
    data,
  );
}

/** A text without names and passwords of addresses, even of one whose scheme is missing or misspelt. */
function withoutLogin(text: string): string {
  return withoutPasswords(text).replace(/[^\s"'/:@…]+:(?!\/\/)[^\s"'@]*@/gu, '…@');
}

/** A value as shown in a message, at most 80 characters long. */
function show(value: unknown): string {
  const text = withoutLogin(JSON.stringify(value ?? undefined) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** The known field that a misspelt name was meant for: at most two letters differ. */
function nearest(name: string, fields: string[]): string | null {
  return closestMatch(name.toLowerCase(), fields, { maxDistance: 2 }) ?? null;
}
