/** A part of a site, and about how many items it reads. */
export interface SitePart {
  name: string;
  items: number;
  /** How many of them the front reads as well. */
  ofFront: number;
}

/** So many items one process opens beside what it opened first: more save its start, fewer its memory. */
const itemsAtOnce = 8000;

/**
 * Parts in the order given, in groups that one process builds each. A part of any size stands in one group; what
 * reads only what the front has opened stands with the front.
 */
export function batchesOf(parts: readonly SitePart[]): SitePart[][] {
  const batches: { parts: SitePart[]; items: number }[] = [];
  for (const part of parts) {
    const last = batches.at(-1);
    const more = last?.parts[0]?.name === 'front' ? part.items - part.ofFront : part.items;
    if (last !== undefined && (more === 0 || last.items + more <= itemsAtOnce)) {
      last.parts.push(part);
      last.items += more;
    } else batches.push({ parts: [part], items: part.items });
  }
  return batches.map(({ parts }) => parts);
}

/** So many articles one runner builds when months are shared out among several. */
const itemsOfRunner = 20_000;

/** Months (`YYYY-MM`, in order) shared out as ranges for `--volumes`, for runners that know nothing of each other. */
export function rangesOf(months: readonly SitePart[]): string[] {
  const ranges: { from: string; to: string; items: number }[] = [];
  for (const { name, items } of months) {
    const last = ranges.at(-1);
    if (last !== undefined && last.items + items <= itemsOfRunner) {
      last.to = name;
      last.items += items;
    } else ranges.push({ from: name, to: name, items });
  }
  return ranges.map(({ from, to }) => `${from}..${to}`);
}
