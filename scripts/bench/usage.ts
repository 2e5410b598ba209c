import { bytes, median, seconds } from './figures.ts';
import type { Usage } from './run-measured.ts';

/** Figures of several runs: medians, and the largest peak of memory. */
export function timeOf(usages: readonly Usage[]): number {
  return median(usages.map((usage) => usage.seconds));
}

/** Processor time, `–` where it is not known. */
export function processorCell(usages: readonly Usage[]): string {
  const known = usages.flatMap(({ cpuSeconds }) => (cpuSeconds === null ? [] : [cpuSeconds]));
  return known.length > 0 ? seconds(median(known)) : '–';
}

/** The most memory that one process held, with its name when it is not Node; `–` where it is not known. */
export function peakCell(usages: readonly Usage[]): string {
  const peaks = usages.flatMap(({ peak }) => (peak === null ? [] : [peak]));
  const [most] = peaks.toSorted((a, b) => b.bytes - a.bytes);
  if (!most) return '–';
  return most.process === 'node' ? bytes(most.bytes) : `${bytes(most.bytes)} (${most.process})`;
}
