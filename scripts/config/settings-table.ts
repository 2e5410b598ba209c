import { readFile, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { z } from 'zod';
import { configSchema } from '../../src/config/schema.ts';

interface Field {
  type?: string;
  description?: string;
  default?: unknown;
  examples?: unknown[];
  properties?: Record<string, Field>;
  required?: string[];
  items?: Field;
}

/** The JSON Schema of `digest.yaml`, with which editors complete and check it. */
export function configJsonSchema(): Field & { $schema?: string } {
  return { title: 'Broadsheet', ...z.toJSONSchema(configSchema, { io: 'input' }) } as Field;
}

/** Every setting as a Markdown table, for `docs/settings.md`. */
export function settingsTable(): string {
  const root = configJsonSchema();
  const rows = Object.entries(root.properties ?? {}).flatMap(([name, field]) => {
    const inside = field.items ?? field;
    if (!inside.properties) return [row(name, field, false)];
    const prefix = field.items ? `${name}[]` : name;
    return Object.entries(inside.properties).map(([key, child]) =>
      row(`${prefix}.${key}`, child, inside.required?.includes(key) ?? false),
    );
  });
  return ['| setting | what it does | without it | for example |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** `text` with the table between `<!-- settings -->` and `<!-- /settings -->`. */
function withSettingsTable(text: string): string {
  return text.replace(
    /<!-- settings -->[\s\S]*?<!-- \/settings -->/,
    () => `<!-- settings -->\n\n${settingsTable()}\n\n<!-- /settings -->`,
  );
}

/** Writes the JSON Schema to one file, and the table into the document of another. */
export async function writeSchema(schemaFile: string, document: string): Promise<void> {
  await writeFile(schemaFile, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  await writeFile(document, withSettingsTable(await readFile(document, 'utf8')));
}

function row(name: string, field: Field, required: boolean): string {
  const without = required ? '_needed_' : shown(field.default);
  return `| \`${name}\` | ${field.description ?? ''} | ${without} | ${shown(field.examples?.[0])} |`;
}

function shown(value: unknown): string {
  const isNothing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isNothing || (typeof value === 'object' && value !== null && Object.keys(value).length === 0))
    return '';
  const flow = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const;
  return `\`${typeof value === 'string' ? value : stringify(value, flow).trim()}\``;
}
