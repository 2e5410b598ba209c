/** A part of a site, and roughly how many items it reads. */
export interface SitePart {
  name: string;
  items: number;
  /** How many of them the front reads as well. */
  ofFront: number;
}

/** How many items one process opens after its first part: more save process starts, fewer save memory. */
const itemsAtOnce = 8000;

/**
 * The parts in the order given, in groups, each for one process. A part is never divided; a part that reads only items
 * of the front joins the front.
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

/** How many articles one runner builds when the months are divided among several. */
const itemsOfRunner = 20_000;

/** Months (`YYYY-MM`, in order), divided into ranges for `--volumes`, for runners that work independently. */
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
