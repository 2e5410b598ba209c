import { parse } from 'yaml';
import { type StoredItem, storedItemSchema } from './stored-item.ts';

/**
 * The file of one item: YAML front matter between two `---` lines, then the cleaned HTML.
 * Read and written here only. Front matter is data: nothing in it is ever executed.
 */

const fence = '---\n';
const fields = Object.keys(storedItemSchema.shape) as (keyof StoredItem)[];

/**
 * The text of an item's file. The same item and body always give the same text.
 * Each value is JSON on one line, which is YAML too: every string is quoted (`yes`, `2001-01-01` and `1_000`
 * mean other types to YAML 1.1 readers), and reading it back needs no YAML parser.
 */
export function formatItemFile(item: StoredItem, body: string): string {
  const head = fields.map((field) => `${field}: ${yamlSafeJson(item[field])}\n`).join('');
  return `${fence}${head}${fence}${body === '' ? '' : `${body}\n`}`;
}

export type ParsedItemFile = { item: StoredItem; body: string } | { problem: string };

/** Reads an item's file; a file that a hand has damaged gives a problem in plain words, never an exception. */
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

/** The body alone, of a file whose front matter was read before; '' of one that a hand has damaged since. */
export function bodyOfItemFile(text: string): string {
  return split(text)?.body ?? '';
}

/** The form that `formatItemFile` writes; null when a hand has been at it. */
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
    // Aliases are never written here, and expanding them is how a small file becomes a huge one.
    return parse(head, { maxAliasCount: 0, logLevel: 'error' });
  } catch (error) {
    return error instanceof Error ? error : new Error('the front matter is not YAML');
  }
}

/** JSON leaves DEL, C1 controls, U+2028, U+2029 and U+FEFF as they are; YAML readers trip over them. */
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
