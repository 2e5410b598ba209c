import { shiftDay } from '../day.ts';
import { type Article, articlesOf, firstSeenFirst } from './article.ts';
import { frontFirst } from './front.ts';
import { goingOn } from './going-on.ts';
import { likenessWithin } from './likeness.ts';
import { linkStories } from './linkage.ts';
import { reissuedItems } from './reissued.ts';
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
    const again = reissuedItems(articlesIn(before), articlesIn(today), settings);
    return today.map(({ group }) => ({
      ...group,
      continues: earlier.get(group.id) ?? null,
      reissued: group.members.every((name) => again.has(name)),
    }));
  });
}

const articlesIn = (stories: readonly ToldStory[]) => stories.flatMap(({ articles }) => articles);

/** The stories of one edition, by id. */
function tellDay(items: readonly StoryInput[], settings: StorySettings): ToldStory[] {
  const articles = articlesOf(items, settings);
  const pairs = similarPairs(articles, settings);
  const stories = linkStories(articles.length, pairs, settings);
  const likeness = likenessWithin(stories, pairs, articles.length);
  return stories
    .map((indexes) => {
      const own = indexes.flatMap((index) => articles[index] ?? []);
      const tellers = frontFirst(
        own,
        indexes.map((index) => likeness[index] ?? 0),
      );
      return tell(tellers.map(({ article }) => article));
    })
    .sort((a, b) => (a.group.id < b.group.id ? -1 : 1));
}

/** A story out of its articles, the one to show in front first. */
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
      reissued: false,
    },
    articles,
  };
}
