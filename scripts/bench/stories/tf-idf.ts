import type { StoryInput } from '../../../src/digest/stories/story.ts';

/**
 * The baseline that stories are measured beside: cosine of TF-IDF over the words of headline and text (pairs of
 * characters for scripts without blanks), average link, one threshold.
 */

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Of each two items how alike they are, 0 to 1. */
export function cosines(items: readonly StoryInput[]): number[][] {
  const counted = items.map(({ title, excerpt }) => countOf(wordsOf(`${title} ${excerpt}`)));
  const holders = countOf(counted.flatMap((counts) => [...counts.keys()]));
  const vectors = counted.map((counts) => {
    const weights = [...counts].map(([term, count]): [string, number] => [
      term,
      count * Math.log((items.length + 1) / (holders.get(term) ?? 1)),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / length]));
  });
  return vectors.map((one) =>
    vectors.map((other) =>
      [...one].reduce((sum, [term, weight]) => sum + weight * (other.get(term) ?? 0), 0),
    ),
  );
}

/** The groups that average link makes of items, from the two most alike on, down to a threshold; sets of positions. */
export function averageLink(alike: readonly (readonly number[])[], threshold: number): number[][] {
  let groups = alike.map((_, index) => [index]);
  for (;;) {
    let best = { a: -1, b: -1, mean: threshold };
    groups.forEach((one, a) => {
      for (let b = a + 1; b < groups.length; b += 1) {
        const mean = meanOf(one, groups[b] ?? [], alike);
        if (mean > best.mean) best = { a, b, mean };
      }
    });
    if (best.a < 0) return groups;
    const merged = [...(groups[best.a] ?? []), ...(groups[best.b] ?? [])];
    groups = [...groups.filter((_, index) => index !== best.a && index !== best.b), merged];
  }
}

function meanOf(
  one: readonly number[],
  other: readonly number[],
  alike: readonly (readonly number[])[],
): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += alike[a]?.[b] ?? 0;
  return sum / (one.length * other.length);
}

function wordsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(word)].flatMap(([found]) => {
    if (!han.test(found)) return [found];
    return Array.from({ length: Math.max(1, found.length - 1) }, (_, at) => found.slice(at, at + 2));
  });
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
