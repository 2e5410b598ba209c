/** Compares texts by code units, for `sort`: the order is the same on every machine in any language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
