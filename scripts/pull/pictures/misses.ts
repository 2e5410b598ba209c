import type { Miss } from './copy-store.ts';

/** Which pictures are asked for again, and how those are reported that could not be copied. Pure. */

/** Reasons that may pass; with any other, asking again would give the same. */
const passing =
  /^(?:dns|dns-busy|refused|unreachable|tls|timeout|reset|truncated|bad-http|bad-encoding|empty|challenge-page|failed|no-library|http-(?:403|408|425|429|5\d\d))$/;

/** How many pulls try a picture whose reason may pass. */
const mostTries = 3;

export function isWorthATry(miss: Miss | undefined): boolean {
  return miss === undefined || (passing.test(miss.code) && miss.tries < mostTries);
}

export function missAfter(miss: Miss | undefined, code: string): Miss {
  return { code, tries: (miss?.tries ?? 0) + 1 };
}

/** Groups of reasons, in plain words; the first match counts. */
const groups: readonly [RegExp, string][] = [
  [/^http-(?:404|410)$/, 'gone'],
  [/^(?:no-picture|html|json-error|challenge-page|empty|too-small)$/, 'no pictures'],
  [/^damaged$/, 'damaged'],
  [/^(?:too-large|too-many-pixels)$/, 'too large'],
  [/^http-(?:4\d\d)$/, 'refused'],
  [/^no-library$/, 'could not be copied on this machine'],
  [/^private-address$/, 'in a private network'],
  [/^(?:timeout|reset|truncated|refused|unreachable|dns|dns-busy|tls|http-5\d\d)$/, 'no answer'],
];

/** How many pictures could not be copied for which reason, the most frequent first. */
export function countMisses(misses: Iterable<Miss>): [reason: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { code } of misses) {
    const reason = groups.find(([pattern]) => pattern.test(code))?.[1] ?? 'other trouble';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}
