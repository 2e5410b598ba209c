import { gather, likenessOf } from './likeness.ts';
import { similarPairs } from './similar-pairs.ts';
import type { StorySettings } from './story.ts';
import type { ToldStory } from './told-story.ts';

/** A story of the day before and one of today, by position among both days' stories. */
interface Candidate {
  from: number;
  to: number;
  likeness: number;
}

/**
 * Which stories of an edition go on from one of the day before, by the measure that makes two stories one: id to id.
 * Each story of either day is used once, the most alike first, so that the day before never makes two stories of
 * today one. What a single feed told on both days is a column or a daily notice, not a story that goes on, unless it
 * is the same text under a headline with the same numbers.
 */
export function goingOn(
  before: readonly ToldStory[],
  today: readonly ToldStory[],
  settings: StorySettings,
): Map<string, string> {
  if (before.length === 0) return new Map();
  const stories = [...before, ...today];
  const found = new Map<string, string>();
  const used = new Set<number>();
  for (const { from, to, likeness } of candidates(stories, before.length, settings)) {
    const [earlier, later] = [stories[from], stories[to]];
    if (!earlier || !later || used.has(from) || used.has(to)) continue;
    if (isOfOneFeed(earlier, later)) {
      if (likeness < settings.sameText || haveOtherNumbers(earlier, later)) continue;
    } else if (likeness < settings.goesOn) continue;
    found.set(later.group.id, earlier.group.id);
    used.add(from).add(to);
  }
  return found;
}

function isOfOneFeed(...stories: ToldStory[]): boolean {
  return new Set(stories.flatMap(({ articles }) => articles.flatMap(({ feeds }) => [...feeds]))).size === 1;
}

function haveOtherNumbers(a: ToldStory, b: ToldStory): boolean {
  const [ofA, ofB] = [a, b].map(({ articles }) => new Set(articles.flatMap((each) => [...each.numbers])));
  return ofA !== undefined && ofB !== undefined && ofA.symmetricDifference(ofB).size > 0;
}

/** Every story of the day before with every one of today that it has something in common with, most alike first. */
function candidates(stories: readonly ToldStory[], today: number, settings: StorySettings): Candidate[] {
  const articles = stories.flatMap((story) => story.articles);
  const storyOf = stories.flatMap((story, index) => story.articles.map(() => index));
  const gatherings = stories.map((story) => gather(story.articles.length));
  const between = stories.map(() => new Map<number, number>());
  for (const { a, b, likeness } of similarPairs(articles, settings)) {
    const [from = 0, to = 0] = [storyOf[a], storyOf[b]];
    const power = likeness ** settings.evenness;
    const [own, row] = [gatherings[from], between[from]];
    if (from === to && own) own.powers += power;
    if (from < today && to >= today) row?.set(to, (row.get(to) ?? 0) + power);
  }
  return between
    .flatMap((row, from) =>
      [...row].flatMap(([to, powers]) => {
        const [earlier, later] = [gatherings[from], gatherings[to]];
        return earlier && later ? { from, to, likeness: likenessOf(earlier, later, powers, settings) } : [];
      }),
    )
    .sort((x, y) => y.likeness - x.likeness || x.from - y.from || x.to - y.to);
}
