/** Formats figures for the tables. */

/** The median; for an even count the mean of the middle two, for an empty list 0. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** Seconds as `0.042 s`, `3.1 s`, `214 s`. */
export function seconds(value: number): string {
  return `${significant(value)} s`;
}

/** How many times as much, as `2.4 ×`. */
export function times(value: number, floor: number): string {
  return floor > 0 && Number.isFinite(value) ? `${significant(value / floor)} ×` : '–';
}

export function percent(part: number, whole: number): string {
  return whole > 0 ? `${Math.round((100 * part) / whole)} %` : '–';
}

/** Bytes as `4.1 MB` or `1.2 GB`, counted in thousands. */
export function bytes(value: number): string {
  return value < 1e9 ? `${significant(value / 1e6)} MB` : `${significant(value / 1e9)} GB`;
}

export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** Two significant digits, or the whole part of a larger number. */
function significant(value: number): string {
  if (value >= 10) return String(Math.round(value));
  return value >= 1 ? value.toFixed(1) : Number(value.toPrecision(2)).toString();
}
