import { type Document, isNode, LineCounter, parseDocument, visit, type YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { withoutPasswords } from '../text/without-passwords.ts';
import { fieldAdvice } from './advice/field.ts';
import { referenceAdvice, syntaxAdvice } from './advice/syntax.ts';
import { fieldName, type Path } from './advice.ts';
import { type Config, configSchema } from './schema.ts';

/** One thing that is wrong with a configuration file. Lines and columns count from 1. */
export interface ConfigProblem {
  file: string;
  line: number;
  column: number;
  /** Path of the field, such as `feeds[2].url`; '' for an error in the YAML. */
  field: string;
  /** What is wrong and what stands there. */
  message: string;
  /** What to write instead. */
  hint: string;
}

/** Reads the text of a `digest.yaml`. An invalid one gives all problems at once. `file` is its name in messages. */
export function readConfig(text: string, file: string): { config: Config } | { problems: ConfigProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = rootErrors(document.errors).map((error) => {
      const offset = offsetOfError(error, document, text);
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col, field: '', ...syntaxAdvice(error, lineAt(text, offset)) };
    });
    return { problems };
  }
  const data = valuesOf(document);
  if (data instanceof Error) {
    const { line, col } = lines.linePos(offsetOfReference(document));
    return { problems: [{ file, line, column: col, field: '', ...referenceAdvice }] };
  }
  const checked = configSchema.safeParse(data ?? {});
  const issues = [...firstOfEach(checked.error?.issues ?? []), ...idsUsedTwice(data)];
  if (checked.success && issues.length === 0) return { config: checked.data };
  const problems = issues.flatMap(splitUnknownFields).map((issue) => {
    const offset = offsetOf(document, issue.path);
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, field: fieldName(issue.path), ...fieldAdvice(issue, data) };
  });
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/**
 * The parser's errors without those that follow from others: the first place where the text is not YAML, or all fields
 * that are given twice.
 */
function rootErrors(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const broken = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return broken === undefined ? errors : [broken];
}

/**
 * Where to look for an error. The parser may report it at an empty line before it, and an open quotation mark at the end
 * of the file.
 */
function offsetOfError(error: YAMLParseError, document: Document, text: string): number {
  if (error.message.startsWith('Missing closing')) {
    let opened = error.pos[0];
    visit(document, {
      Scalar: (_, { type, range }) => {
        if (type?.startsWith('QUOTE') && range) opened = range[0];
      },
    });
    return opened;
  }
  const [blank = ''] = /^(?:[ \t]*\r?\n)*/.exec(text.slice(error.pos[0])) ?? [];
  return error.pos[0] + blank.length;
}

/** The line at an offset, without its line break. */
function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1).split(/\r?\n/, 1)[0] ?? '';
}

/** A problem as two lines: place and what is wrong, then what to write. No password that stands there is repeated. */
export function formatProblem({ file, line, column, field, message, hint }: ConfigProblem): string {
  const where = `${file}:${line}:${column}`;
  return withoutPasswords(`${where}  ${field === '' ? '' : `${field}: `}${message}\n    → ${hint}`);
}

/** Offset of the first reference to a name that does not exist, else of the first reference. */
function offsetOfReference(document: Document.Parsed): number {
  const found: { offset: number; lost: boolean }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      found.push({ offset: alias.range?.[0] ?? 0, lost: alias.resolve(document) === undefined });
    },
  });
  return (found.find(({ lost }) => lost) ?? found[0])?.offset ?? 0;
}

/** The values of a document, or an error. The number of references is limited: a few lines of them can fill the memory. */
function valuesOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** An issue for each feed whose id another one has. Not in the schema: zod would check it after everything else is valid. */
function idsUsedTwice(data: unknown): z.core.$ZodIssue[] {
  const feeds = (data as { feeds?: unknown } | null)?.feeds;
  if (!Array.isArray(feeds)) return [];
  const ids = feeds.map((feed) => (feed as { id?: unknown } | null)?.id);
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [{ code: 'custom', path: ['feeds', index, 'id'], message: 'id used twice', input: id }]
      : [],
  );
}

/** Of the issues of one field, those of its type alone if there is one: a text has no number of entries. */
function firstOfEach(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const wrong = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => fieldName(path)),
  );
  return issues.filter(({ code, path }) => code === 'invalid_type' || !wrong.has(fieldName(path)));
}

/** zod has one issue for all unknown fields of an object; this makes one for each field, with its own line. */
function splitUnknownFields(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
}

/** Offset of a field in the text: of its key, else of its value, else of what contains it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pairs = (parent as { items?: unknown[] } | undefined)?.items ?? [];
    for (const pair of pairs) {
      const name = (pair as { key?: { value?: unknown; range?: number[] } }).key;
      if (length > 0 && name?.value === key && name?.range) return name.range[0] ?? 0;
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
