import type { StoryInput } from './story.ts';

/** What stands before the first colon or bar of a headline: `读者来信：…`, `Letters | …`. */
const label = /^[^:：|｜]{2,}?(?=\s*[:：|｜])/u;

/**
 * Of each item, the label in front of its headline if its feed puts the same in front of another headline, else ''.
 * Such a label names a column or a subject that the feed follows, not what happened.
 */
export function repeatedLabels(items: readonly StoryInput[]): string[] {
  const headlines = new Map<string, Set<string>>();
  for (const { feed, title } of items) {
    const key = `${feed} ${labelOf(title)}`;
    headlines.set(key, (headlines.get(key) ?? new Set()).add(title));
  }
  return items.map(({ feed, title }) => {
    const own = labelOf(title);
    return (headlines.get(`${feed} ${own}`)?.size ?? 0) > 1 ? own : '';
  });
}

function labelOf(title: string): string {
  return label.exec(title)?.[0] ?? '';
}
