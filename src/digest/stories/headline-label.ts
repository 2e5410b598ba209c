import type { StoryInput } from './story.ts';

/** A part of a headline that may name a column: before the first colon or bar, after the last, or in brackets. */
const places = [
  /^[^:：|｜]{2,}?(?=\s*[:：|｜])/u,
  /(?<=[:：|｜]\s*|\s[-–—]\s)[^:：|｜–—]{2,}$/u,
  /(?<=[《【「『[])[^》】」』\]]{2,}(?=[》】」』\]])/u,
];

/**
 * Of each item the parts of its headline that its feed puts in the same place of another headline: `读者来信：…`,
 * `Letters | …`, `… – Daily chart`, `【読者の声】…`. They name a column or a subject that the feed follows, not what
 * happened.
 */
export function repeatedLabels(items: readonly StoryInput[]): string[][] {
  const headlines = new Map<string, Set<string>>();
  const keysOf = ({ feed, title }: StoryInput) =>
    places.map((place, index) => ({ label: place.exec(title)?.[0] ?? '', start: `${feed} ${index} ` }));
  for (const item of items) {
    for (const { label, start } of keysOf(item)) {
      if (label === '') continue;
      const key = start + label;
      headlines.set(key, (headlines.get(key) ?? new Set()).add(item.title));
    }
  }
  return items.map((item) => {
    const own = keysOf(item).filter(({ label, start }) => (headlines.get(start + label)?.size ?? 0) > 1);
    return [...new Set(own.map(({ label }) => label))];
  });
}
