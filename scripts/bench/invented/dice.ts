/** Pseudo-random choices, the same for the same seed on every machine. */
export interface Dice {
  /** A whole number from 0 up to, not including, `count`. */
  below: (count: number) => number;
  pick: <T>(list: readonly [T, ...T[]]) => T;
  /** True in this share of cases, 0 to 1. */
  chance: (share: number) => boolean;
}

/** The generator for a seed: FNV-1a over its parts, then mulberry32. */
export function dice(...seed: (string | number)[]): Dice {
  let state = 0x811c9dc5;
  for (const character of seed.join('\n')) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    chance: (share) => next() < share,
  };
}
