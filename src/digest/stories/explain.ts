import { type Article, articlesOf } from './article.ts';
import { groupStories } from './group.ts';
import { type ComparedStory, nearestStories } from './nearest-stories.ts';
import { termCode } from './signature.ts';
import { type SimilarPair, similarPairs } from './similar-pairs.ts';
import { type StoryGroup, type StoryInput, type StorySettings, storySettings } from './story.ts';
import { termsOf } from './terms.ts';

/** Another item of the day beside the one that is explained. */
interface ComparedItem {
  name: string;
  title: string;
  /** Cosine of the two as far as it counts, 0 to 1. */
  likeness: number;
  /** Terms of both headlines and excerpts, as they are compared, the rarest first: Chinese in pairs of characters. */
  shared: string[];
  /** How many more terms the two texts share. */
  more: number;
  inStory: boolean;
}

export interface StoryExplanation {
  story: StoryGroup;
  /** Likeness from which two stories are one. */
  needed: number;
  /** Items that are the same article as this one. */
  sameArticle: string[];
  /** The stories that come nearest to being one with it, most alike first. */
  stories: ComparedStory[];
  /** The other items of its story and those it is most like, most alike first. */
  compared: ComparedItem[];
}

/** How many items outside the story are told of. */
const mostItems = 8;

/** Which story an item is in, and what it was compared with; null when it is not among the items. */
export function explainStory(
  name: string,
  items: readonly StoryInput[],
  settings: StorySettings = storySettings,
): StoryExplanation | null {
  const item = items.find((each) => each.name === name);
  if (!item) return null;
  const ofDay = items.filter(({ day }) => day === item.day);
  const groups = groupStories(items, settings).filter(({ day }) => day === item.day);
  const story = groups.find(({ members }) => members.includes(name));
  if (!story) return null;
  const articles = articlesOf(ofDay, settings);
  const pairs = similarPairs(articles, settings);
  const own = articles.find((article) => article.items.includes(item));
  return {
    story,
    needed: settings.sameEvent,
    sameArticle: own?.items.map((each) => each.name).filter((each) => each !== name) ?? [],
    stories: nearestStories(story, groups, articles, pairs, settings),
    compared: nearestItems(own, story, articles, pairs),
  };
}

function nearestItems(
  own: Article | undefined,
  story: StoryGroup,
  articles: readonly Article[],
  pairs: readonly SimilarPair[],
): ComparedItem[] {
  const position = own ? articles.indexOf(own) : -1;
  const likeness = new Map(
    pairs.flatMap((pair): [number, number][] => {
      if (pair.a !== position && pair.b !== position) return [];
      return [[pair.a === position ? pair.b : pair.a, pair.likeness]];
    }),
  );
  const holders = new Map<number, number>();
  for (const code of articles.flatMap((article) => [...codesOf(article)])) {
    holders.set(code, (holders.get(code) ?? 0) + 1);
  }
  const rarity = (term: string) => holders.get(termCode(term)) ?? 0;
  return articles
    .map((article, index) => compare(own, article, likeness.get(index) ?? 0, story, rarity))
    .filter((_, index) => index !== position)
    .sort((a, b) => b.likeness - a.likeness)
    .filter((item, index) => item.inStory || (index < mostItems && item.likeness > 0));
}

function compare(
  own: Article | undefined,
  article: Article,
  likeness: number,
  story: StoryGroup,
  rarity: (term: string) => number,
): ComparedItem {
  const [mine, theirs] = [wordsOf(own), wordsOf(article)];
  const shared = [...mine].filter((term) => theirs.has(term)).sort((a, b) => rarity(a) - rarity(b));
  const codes = codesOf(own).intersection(codesOf(article));
  const lead = article.items[0];
  return {
    name: lead?.name ?? '',
    title: lead?.title ?? '',
    likeness,
    shared,
    more: codes.difference(new Set(shared.map(termCode))).size,
    inStory: story.members.includes(lead?.name ?? ''),
  };
}

function wordsOf(article: Article | undefined): Set<string> {
  const lead = article?.items[0];
  return new Set(lead ? termsOf(`${lead.title}\n${lead.excerpt}`) : []);
}

function codesOf(article: Article | undefined): Set<number> {
  return new Set([...(article?.titleTerms ?? []), ...(article?.textTerms ?? [])]);
}
