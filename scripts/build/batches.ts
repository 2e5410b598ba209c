/** A part of a site, and about how many items it reads. */
export interface Part {
  name: string;
  items: number;
}

/** So many items one process opens beside what it opened first: more save its start, fewer its memory. */
const itemsAtOnce = 3000;

/** Parts in the order given, in groups that one process builds each. A part of any size stands in one group. */
export function batchesOf(parts: readonly Part[]): Part[][] {
  const batches: { parts: Part[]; items: number }[] = [];
  for (const part of parts) {
    const last = batches.at(-1);
    if (last !== undefined && last.items + part.items <= itemsAtOnce) {
      last.parts.push(part);
      last.items += part.items;
    } else batches.push({ parts: [part], items: part.items });
  }
  return batches.map(({ parts }) => parts);
}
