import type { Article } from './article.ts';
import { storyLikeness } from './likeness.ts';
import type { SimilarPair } from './similar-pairs.ts';
import type { StoryGroup, StorySettings } from './story.ts';

/** Another story of the day, as a whole beside the story of the item that is explained. */
export interface ComparedStory {
  id: string;
  title: string;
  items: number;
  /** By this, and by nothing else, two stories become one. */
  likeness: number;
}

/** How many stories are told of. */
const most = 3;

/** The stories that come nearest to being one with another of the same day, most alike first. */
export function nearestStories(
  story: StoryGroup,
  groups: readonly StoryGroup[],
  articles: readonly Article[],
  pairs: readonly SimilarPair[],
  settings: StorySettings,
): ComparedStory[] {
  const positionOf = new Map(
    articles.flatMap(({ items }, index) => items.map(({ name }): [string, number] => [name, index])),
  );
  const positions = ({ members }: StoryGroup) => [
    ...new Set(members.flatMap((m) => positionOf.get(m) ?? [])),
  ];
  const own = new Set(positions(story));
  const near = new Set(pairs.flatMap(({ a, b }) => (own.has(a) ? [b] : own.has(b) ? [a] : [])));
  return groups
    .filter((group) => group !== story && positions(group).some((position) => near.has(position)))
    .map((group) => ({
      id: group.id,
      title: articles[positionOf.get(group.members[0] ?? '') ?? -1]?.items[0]?.title ?? '',
      items: group.members.length,
      likeness: storyLikeness([...own], positions(group), pairs, settings),
    }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most);
}
