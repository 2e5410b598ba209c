import { shiftDay } from '../day.ts';
import { type Article, articlesOf, firstSeenFirst } from './article.ts';
import { goingOn } from './going-on.ts';
import { linkStories } from './linkage.ts';
import { similarPairs } from './similar-pairs.ts';
import { type StoryGroup, type StoryInput, type StorySettings, storySettings } from './story.ts';
import type { ToldStory } from './told-story.ts';

/**
 * The stories of the items: within an edition, items about one event are one story. Editions are grouped each on
 * its own; a story that goes on from the day before (when that day is among the items) names it. Sorted by day,
 * then id. The same items in any order give the same stories. Cost grows in line with the number of items.
 */
export function groupStories(
  items: readonly StoryInput[],
  settings: StorySettings = storySettings,
): StoryGroup[] {
  const days = Map.groupBy(items, (item) => item.day);
  const told = new Map([...days.keys()].sort().map((day) => [day, tellDay(days.get(day) ?? [], settings)]));
  return [...told].flatMap(([day, today]) => {
    const before = told.get(shiftDay(day, -1)) ?? [];
    const earlier = goingOn(before, today, settings);
    return today.map(({ group }) => ({ ...group, continues: earlier.get(group.id) ?? null }));
  });
}

/** The stories of one edition, by id. */
function tellDay(items: readonly StoryInput[], settings: StorySettings): ToldStory[] {
  const articles = articlesOf(items, settings);
  const pairs = similarPairs(articles, settings);
  const feeds = articles.map((article) => article.feeds);
  const stories = linkStories(feeds, pairs, settings);
  const storyOf = new Map(stories.flatMap((indexes) => indexes.map((index) => [index, indexes] as const)));
  const typical = articles.map(() => 0);
  for (const { a, b, likeness } of pairs) {
    if (storyOf.get(a) !== storyOf.get(b)) continue;
    typical[a] = (typical[a] ?? 0) + likeness;
    typical[b] = (typical[b] ?? 0) + likeness;
  }
  return stories
    .map((indexes) => {
      const mostTypicalFirst = indexes.toSorted((a, b) => (typical[b] ?? 0) - (typical[a] ?? 0) || a - b);
      return tell(mostTypicalFirst.flatMap((index) => articles[index] ?? []));
    })
    .sort((a, b) => (a.group.id < b.group.id ? -1 : 1));
}

/** A story out of its articles, the one that has most in common with the others in front. */
function tell(articles: Article[]): ToldStory {
  const members = articles.flatMap((article) => article.items);
  const first = members.toSorted(firstSeenFirst)[0];
  return {
    group: {
      id: first?.name ?? '',
      day: first?.day ?? '',
      members: members.map((item) => item.name),
      sameArticle: articles
        .filter((article) => article.items.length > 1)
        .map((article) => article.items.map((item) => item.name)),
      continues: null,
    },
    articles,
  };
}
