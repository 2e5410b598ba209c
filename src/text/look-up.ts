/**
 * What a table has under a name that somebody else chose. Plain indexing also finds what every object inherits: a feed,
 * a topic or an ending may be called `constructor`.
 */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
