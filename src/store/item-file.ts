import { parse } from 'yaml';
import { type StoredItem, storedItemSchema } from './stored-item.ts';

/**
 * The file format of one item: YAML front matter between two `---` lines, then the cleaned HTML. No other file knows the
 * format. Front matter is data; nothing in it is executed.
 */

const fence = '---\n';
const fields = Object.keys(storedItemSchema.shape) as (keyof StoredItem)[];

/**
 * The text of an item's file. The same item and body always give the same text. Each value is JSON on one line, which is
 * also YAML: every string is quoted, because to YAML 1.1 readers an unquoted `yes`, `2001-01-01` or `1_000` is not a
 * string, and reading it back needs no YAML parser.
 */
export function formatItemFile(item: StoredItem, body: string): string {
  const head = fields
    .filter((field) => item[field] !== undefined)
    .map((field) => `${field}: ${yamlSafeJson(item[field])}\n`)
    .join('');
  return `${fence}${head}${fence}${body === '' ? '' : `${body}\n`}`;
}

export type ParsedItemFile = { item: StoredItem; body: string } | { problem: string };

/** Parses an item's file. Never throws: for a file that somebody has damaged, it returns a problem in plain words. */
export function parseItemFile(text: string): ParsedItemFile {
  const parts = split(text);
  if (parts === null)
    return { problem: 'the front matter does not begin and end with a line of three dashes' };
  const data = readCanonical(parts.head) ?? readYaml(parts.head);
  if (data instanceof Error) return { problem: firstLine(data.message) };
  const checked = storedItemSchema.safeParse(data);
  if (checked.success) return { item: checked.data, body: parts.body };
  const issue = checked.error.issues[0];
  return { problem: `front matter: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'not valid'}`.trim() };
}

/** The body of a file whose front matter is already known; '' for a file without valid front matter. */
export function bodyOfItemFile(text: string): string {
  return split(text)?.body ?? '';
}

/** Reads front matter as `formatItemFile` writes it; null for any other. */
function readCanonical(head: string): Record<string, unknown> | null {
  try {
    const lines = head.split('\n').filter((line) => line !== '');
    return Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), JSON.parse(line.slice(colon + 2))];
      }),
    );
  } catch {
    return null;
  }
}

function readYaml(head: string): unknown {
  try {
    // No alias is ever written, and expanding aliases can turn a small file into a huge one.
    return parse(head, { maxAliasCount: 0, logLevel: 'error' });
  } catch (error) {
    return error instanceof Error ? error : new Error('the front matter is not YAML');
  }
}

/** JSON does not escape DEL, C1 controls, U+2028, U+2029 and U+FEFF; YAML readers reject or change them. */
function yamlSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function split(text: string): { head: string; body: string } | null {
  const lines = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (!lines.startsWith(fence)) return null;
  const end = lines.indexOf(`\n${fence}`, fence.length - 1);
  if (end < 0) return null;
  return {
    head: lines.slice(fence.length, end + 1),
    body: lines.slice(end + 1 + fence.length).replace(/\n$/, ''),
  };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
