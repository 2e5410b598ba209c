import { stringify } from 'yaml';
import { z } from 'zod';
import type { Path } from '../advice.ts';
import { configSchema } from '../schema.ts';

/** The part of JSON Schema that is looked up here. */
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

/** Names of the fields that a group of fields may have. */
export function fieldsAt(path: Path): string[] {
  return Object.keys(schemaAt(path)?.properties ?? {});
}

/** The names of all fields, wherever they may stand. */
export const allFields: ReadonlySet<string> = new Set(namesIn(jsonSchema));

function namesIn(schema: JsonSchema): string[] {
  const inside = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return [...Object.keys(schema.properties ?? {}), ...inside.flatMap(namesIn)];
}

/** The schema's example of a field as YAML: `url: https://example.org/feed.xml`. */
export function exampleLine(path: Path): string {
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

/** The innermost name of a field in a path. */
export function lastName(path: Path): string {
  return String(path.findLast((part) => typeof part === 'string'));
}
