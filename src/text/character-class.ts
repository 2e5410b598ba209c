/**
 * Makes a function that classifies a code point: the number of the first pattern that it matches, counted from 1, or
 * 0 for none. Patterns of whole scripts are slow, so the class of each character of the basic plane is cached.
 */
export function characterClass(...patterns: RegExp[]): (codePoint: number) => number {
  const unknown = 255;
  const known = new Uint8Array(0x1_0000).fill(unknown);
  const sort = (codePoint: number): number => {
    const character = String.fromCodePoint(codePoint);
    return patterns.findIndex((pattern) => pattern.test(character)) + 1;
  };
  return (codePoint) => {
    if (codePoint > 0xffff) return sort(codePoint);
    if (known[codePoint] === unknown) known[codePoint] = sort(codePoint);
    return known[codePoint] as number;
  };
}
