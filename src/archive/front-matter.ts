import { parse } from 'yaml';

/** The fields of a file's front matter, with values as YAML gives them, and the rest of the file. */
export interface FrontMatter {
  fields: Record<string, unknown>;
  rest: string;
}

/** Longest front matter read, in characters. */
const longest = 20_000;

/**
 * Splits YAML front matter from the start of a file; a file without front matter has no fields. A block that is not valid
 * YAML, such as one with quotes inside quotes, is read line by line. Null for a block without an end or in another
 * language (`---js`), which is never executed. Aliases are not expanded.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const opening = /^---[ \t]*([\w-]*)[ \t]*\n/.exec(text);
  if (!opening) return { fields: {}, rest: text };
  if (opening[1] && opening[1].toLowerCase() !== 'yaml') return null;
  const start = opening[0].length;
  const end = /^---[ \t]*$/m.exec(text.slice(start, start + longest));
  if (!end) return null;
  const block = text.slice(start, start + end.index);
  return { fields: readYaml(block) ?? readLines(block), rest: text.slice(start + end.index + end[0].length) };
}

function readYaml(text: string): Record<string, unknown> | null {
  try {
    const data: unknown = parse(text, { maxAliasCount: 0, logLevel: 'error', schema: 'core' });
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {};
  } catch {
    return null;
  }
}

/** Reads lines of the form `name: value`, without the quotes around the value. */
function readLines(text: string): Record<string, string> {
  const fields: [string, string][] = [];
  for (const [, name = '', value = ''] of text.matchAll(/^([A-Za-z][\w-]*):[ \t]+(.*)$/gm)) {
    fields.push([name, value.trim().replace(/^(["'])(.*)\1$/, '$2')]);
  }
  return Object.fromEntries(fields);
}
