import { type Article, articlesOf } from './article.ts';
import { groupStories } from './group.ts';
import { termCode } from './signature.ts';
import { similarPairs } from './similar-pairs.ts';
import { type StoryGroup, type StoryInput, type StorySettings, storySettings } from './story.ts';
import { termsOf } from './terms.ts';

/** Another item of the day beside the one that is explained. */
interface ComparedItem {
  name: string;
  title: string;
  /** Cosine of the two, 0 to 1. */
  likeness: number;
  /** Terms of both headlines and excerpts, as they are compared: Chinese in pairs of simplified characters. */
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
  /** The other items of its story and those it is most like, most alike first. */
  compared: ComparedItem[];
}

/** Which story an item is in, and what it was compared with; null when it is not among the items. */
export function explainStory(
  name: string,
  items: readonly StoryInput[],
  settings: StorySettings = storySettings,
  most = 8,
): StoryExplanation | null {
  const item = items.find((each) => each.name === name);
  const story = groupStories(items, settings).find((group) => group.members.includes(name));
  if (!item || !story) return null;
  const articles = articlesOf(
    items.filter(({ day }) => day === item.day),
    settings,
  );
  const own = articles.findIndex((article) => article.items.includes(item));
  const likeness = new Map(
    similarPairs(articles, settings)
      .filter(({ a, b }) => a === own || b === own)
      .map((pair) => [pair.a === own ? pair.b : pair.a, pair.likeness]),
  );
  const compared = articles
    .map((article, index) => compare(articles[own], article, likeness.get(index) ?? 0, story))
    .filter((_, index) => index !== own)
    .sort((a, b) => b.likeness - a.likeness);
  return {
    story,
    needed: settings.sameEvent,
    sameArticle: articles[own]?.items.map((each) => each.name).filter((each) => each !== name) ?? [],
    compared: compared.filter(({ inStory, likeness }, index) => inStory || (index < most && likeness > 0)),
  };
}

function compare(
  own: Article | undefined,
  article: Article,
  likeness: number,
  story: StoryGroup,
): ComparedItem {
  const [mine, theirs] = [wordsOf(own), wordsOf(article)];
  const shared = [...mine].filter((term) => theirs.has(term));
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
