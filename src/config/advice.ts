import { closestMatch } from 'leven';
import { stringify, type YAMLParseError } from 'yaml';
import { z } from 'zod';
import { configSchema } from './schema.ts';

/** What is wrong with a configuration, and what to write instead, in the words of somebody who does not program. */
export interface Advice {
  message: string;
  hint: string;
}

export type Path = PropertyKey[];

/** `feeds[2].url`; entries of lists count from 1. */
export function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number'
        ? `${name}[${part + 1}]`
        : name === ''
          ? word(String(part))
          : `${name}.${word(String(part))}`,
    '',
  );
}

/** A name as it is, one with signs in quotation marks: what is made of it never begins a line of its own. */
function word(name: string): string {
  return /^[\p{L}\p{M}\p{N} _-]+$/u.test(name) ? name : JSON.stringify(name);
}

/** For what the YAML parser rejects: its error, and the line that it is about. */
export function syntaxAdvice(
  { code, message }: Pick<YAMLParseError, 'code' | 'message'>,
  line: string,
): Advice {
  return (
    (code === 'TAB_AS_INDENT' ? tabAdvice : lineAdvice(line)) ??
    sentenceAdvice.find(([start]) => message.startsWith(start))?.[1] ?? {
      message: `this is not YAML (${message.split('\n', 1)[0]})`,
      hint: 'compare with the lines above; put texts with : or # in quotation marks',
    }
  );
}

const tabAdvice: Advice = {
  message: 'a tab stands where the line is indented',
  hint: 'YAML wants spaces: replace the tab by two spaces',
};

/** Slips that a line shows by itself, whatever the parser makes of it. */
function lineAdvice(line: string): Advice | null {
  if (/^ *\t/.test(line)) return tabAdvice;
  if (/^\s*[^\S ]/.test(line)) {
    return {
      message: 'the line is indented with something that only looks like spaces',
      hint: 'delete what stands before its first letter and type spaces',
    };
  }
  if (/^\s*[–—−－・·•]/.test(line)) {
    return {
      message: 'the line starts with a sign that is no hyphen',
      hint: 'an entry of a list starts with - (hyphen) and a space',
    };
  }
  const [, fullWidth] = /^\s*(?:- +)?([A-Za-z]+)\s*：/.exec(line) ?? [];
  if (fullWidth !== undefined) {
    return {
      message: 'a full-width colon (：) stands here',
      hint: `write ${fullWidth}: with a plain colon and a space`,
    };
  }
  const [, tight] = /^\s*(?:- +)?([A-Za-z]+):[^\s/]/.exec(line) ?? [];
  if (tight !== undefined) {
    return {
      message: 'there is no space after the colon',
      hint: `write ${tight}: and a space before what follows`,
    };
  }
  const [, key, value = ''] = /^\s*(?:- +)?([A-Za-z]+): +([^\s"'[{|>#].*)$/.exec(line) ?? [];
  if (key !== undefined && (/:(?:\s|$)/.test(value) || /^[@`%]/.test(value))) {
    return {
      message: 'a sign in this text has a meaning in YAML',
      hint: `put the text in quotation marks: ${key}: ${JSON.stringify(value.trim())}`,
    };
  }
  return null;
}

const indentAdvice: Advice = {
  message: 'the indentation does not fit the lines above',
  hint: 'fields that belong together start in the same column, and so do the hyphens of a list',
};

/** What the parser says, by how its sentence starts. */
const sentenceAdvice: [string, Advice][] = [
  [
    'Map keys must be unique',
    {
      message: 'a field stands here twice',
      hint: 'keep one of the two; if another entry of a list starts here, it starts with - (hyphen) and a space',
    },
  ],
  ['All mapping items', indentAdvice],
  ['All sequence items', indentAdvice],
  ['Sequence item without', indentAdvice],
  ['A block sequence may not', indentAdvice],
  ['Nested mappings', indentAdvice],
  [
    'Flow ',
    {
      message: 'a bracket that was opened above is not closed',
      hint: 'write ] at the end of the list, or } at the end of the group',
    },
  ],
  [
    'Comments must be separated',
    {
      message: 'a remark follows without a space',
      hint: 'put a space before the #; a # that belongs to a text wants quotation marks around it',
    },
  ],
  [
    'Missing closing',
    {
      message: 'a quotation mark that is opened here is never closed',
      hint: 'quotation marks come in pairs: close it at the end of the text, or take it out',
    },
  ],
  [
    'Unexpected scalar',
    {
      message: 'the value is over, and more follows in the same line',
      hint: 'put the whole text in quotation marks, or a # and a space before a remark',
    },
  ],
  [
    'Implicit keys',
    {
      message: 'no field is named in this line',
      hint: 'write the name of the field, a colon, a space and its value',
    },
  ],
  [
    'Source contains multiple documents',
    {
      message: 'a second list starts here',
      hint: 'take the line of three hyphens out, and keep each field once',
    },
  ],
];

/** For a file with `*name` references that lead nowhere or multiply without end. */
export const referenceAdvice: Advice = {
  message: 'a reference (*name) refers to itself, to too much or to nothing',
  hint: 'write the value out in each place; a text that starts with * goes in quotation marks',
};

/** For what the schema rejects; `data` is the whole file, read. */
export function fieldAdvice(issue: z.core.$ZodIssue, data: unknown): Advice {
  const found = show(valueAt(data, issue.path));
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsAt(issue.path.slice(0, -1));
    const near = nearest(issue.keys[0] ?? '', fields);
    return {
      message: 'there is no field of this name',
      hint: near === null ? `fields here: ${fields.join(', ')}` : `did you mean ${near}?`,
    };
  }
  if (valueAt(data, issue.path) === undefined) {
    return { message: 'is missing', hint: `write ${exampleLine(issue.path)}` };
  }
  if (issue.message === 'id used twice') {
    return { message: `two feeds have the id ${found}`, hint: 'give one of them another id' };
  }
  return { message: `${wrong(issue)}; found ${found}`, hint: hintFor(issue, valueAt(data, issue.path)) };
}

/** An example of the field; for a name that YAML reads as a number or as true, the same in quotation marks. */
function hintFor(issue: z.core.$ZodIssue, value: unknown): string {
  const unquoted = typeof value === 'number' || typeof value === 'boolean';
  if (issue.code === 'invalid_type' && issue.expected === 'string' && unquoted)
    return `write it in quotation marks: ${lastName(issue.path)}: "${value}"`;
  return `write for example ${exampleLine(issue.path)}`;
}

function wrong(issue: z.core.$ZodIssue): string {
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
      return 'is not a name that can stand here';
    default:
      return sentences[issue.message] ?? issue.message;
  }
}

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
const sentences: Record<string, string> = {
  'unknown time zone': 'is no time zone that is known',
  'not an http(s) address':
    'should be an address that starts with http:// or https:// and has no space, name or password in it',
  'punctuation at the end': 'ends with a sign that belongs to no address',
  'not a picture service':
    'should be an address that starts with https:// and has {url} once, where the address of the picture goes',
  'not a feed id': 'should be small letters, digits and single hyphens, at most 40',
  'not a topic': 'should start with a letter or digit and have no punctuation but hyphens',
  'not a language tag': 'should be a language tag',
  'not a mute rule':
    'should be a word, or a pattern between slashes in which each opening bracket has a closing one',
  'no feeds': 'should have at least one feed',
};

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part],
    data,
  );
}

function show(value: unknown): string {
  const text = JSON.stringify(value ?? undefined) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema;
  examples?: unknown[];
}

const jsonSchema = z.toJSONSchema(configSchema, { io: 'input' }) as JsonSchema;

function schemaAt(path: Path): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (schema, part) =>
      typeof part === 'number'
        ? schema?.items
        : (schema?.properties?.[String(part)] ?? schema?.additionalProperties),
    jsonSchema,
  );
}

function fieldsAt(path: Path): string[] {
  return Object.keys(schemaAt(path)?.properties ?? {});
}

function exampleLine(path: Path): string {
  if (path.length === 0) return exampleLine(['site']);
  const key = lastName(path);
  // An entry of a list is shown by an example of the whole list.
  const listed = typeof path.at(-1) === 'number' ? schemaAt(path.slice(0, -1))?.examples?.[0] : undefined;
  const example = listed ?? schemaAt(path)?.examples?.[0];
  if (example === undefined) return `${key}: …`;
  return stringify({ [key]: example }, { collectionStyle: 'any', lineWidth: 0, flowCollectionPadding: true })
    .trim()
    .replaceAll('\n', '\n        ');
}

function lastName(path: Path): string {
  return String(path.findLast((part) => typeof part === 'string'));
}

/** The known field that a misspelt one was meant to be: at most two letters differ. */
function nearest(word: string, fields: string[]): string | null {
  const match = closestMatch(word.toLowerCase(), fields, { maxDistance: 2 });
  return match ?? null;
}
