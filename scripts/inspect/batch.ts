import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Rule } from '../../src/clean/rule.ts';
import { loadCustomRules } from '../custom/load-rules.ts';
import { inspectDocument } from './inspection.ts';
import { loadDocument } from './load-document.ts';

/** Reads a JSON line `{path, contentType, base}` for each document, and writes a JSON line for each. Gives the exit code. */
export async function inspectBatch(input: Readable, output: Writable, raw: boolean): Promise<number> {
  const { rules } = await loadCustomRules();
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') output.write(`${JSON.stringify(await answer(line, raw, rules))}\n`);
  }
  return 0;
}

async function answer(line: string, raw: boolean, custom: readonly Rule[]): Promise<unknown> {
  const asked = question(line);
  if (asked === null) return { error: 'not a JSON line with a path' };
  const document = await loadDocument(asked.path, asked);
  return 'problem' in document ? { error: document.problem } : inspectDocument(document, raw, custom);
}

function question(line: string): { path: string; contentType: string | null; base: string | null } | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('path' in value)) return null;
    const fields = value as Record<string, unknown>;
    const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
    const path = text('path');
    return path === null ? null : { path, contentType: text('contentType'), base: text('base') };
  } catch {
    return null;
  }
}
