import { type Article, articlesOf } from './article.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { frontFirst } from './front.ts';
import { groupStories } from './group.ts';
import type { Stage } from './headline-stage.ts';
import { likenessWithin } from './likeness.ts';
import { type ComparedStory, nearestStories } from './nearest-stories.ts';
import { type SimilarPair, similarPairs } from './similar-pairs.ts';
import { type StoryGroup, type StoryInput, type StorySettings, storySettings } from './story.ts';

/** Another item of the day beside the one that is explained. */
interface ComparedItem {
  name: string;
  title: string;
  /** How alike the two are as far as it counts; 0 when they share too little, or cannot be about one event. */
  likeness: number;
  evidence: Evidence;
  inStory: boolean;
}

/** An article of the story, in the order in which they are shown. */
interface ShownTeller {
  name: string;
  title: string;
  /** What its headline tells, and the sign that shows it, '' when none does. */
  stage: Stage;
  sign: string;
  /** How much it has in common with the others, as a share of what the most typical one has. */
  typical: number;
}

export interface StoryExplanation {
  story: StoryGroup;
  /** Likeness from which two stories are one. */
  needed: number;
  /** Items that are the same article as this one. */
  sameArticle: string[];
  /** The articles of the story, the one to show in front first. */
  tellers: ShownTeller[];
  /** The stories that come nearest to being one with it, most alike first. */
  stories: ComparedStory[];
  /** The other items of its story and those it is most like, most alike first. */
  compared: ComparedItem[];
}

/** How many items outside the story are listed. */
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
  const position = articles.findIndex((article) => article.items.includes(item));
  return {
    story,
    needed: settings.sameEvent,
    sameArticle: (articles[position]?.items ?? []).map((each) => each.name).filter((each) => each !== name),
    tellers: tellersOf(story, articles, pairs),
    stories: nearestStories(story, groups, articles, pairs, settings),
    compared: nearestItems(position, story, articles, pairs, evidenceOn(articles, settings)),
  };
}

function tellersOf(
  story: StoryGroup,
  articles: readonly Article[],
  pairs: readonly SimilarPair[],
): ShownTeller[] {
  const isOwn = ({ items }: Article) => story.members.includes(items[0]?.name ?? '');
  const own = [...articles.keys()].filter((index) => isOwn(articles[index] as Article));
  const likeness = likenessWithin([own], pairs, articles.length);
  const tellers = frontFirst(
    own.flatMap((index) => articles[index] ?? []),
    own.map((index) => likeness[index] ?? 0),
  );
  return tellers.map(({ article, stage, sign, typical }) => {
    const { name = '', title = '' } = article.items[0] ?? {};
    return { name, title, stage, sign, typical };
  });
}

function nearestItems(
  position: number,
  story: StoryGroup,
  articles: readonly Article[],
  pairs: readonly SimilarPair[],
  evidenceOf: ReturnType<typeof evidenceOn>,
): ComparedItem[] {
  const likeness = new Map(
    pairs.flatMap((pair): [number, number][] => {
      if (pair.a !== position && pair.b !== position) return [];
      return [[pair.a === position ? pair.b : pair.a, pair.likeness]];
    }),
  );
  return articles
    .flatMap(({ items }, index): ComparedItem[] => {
      const [lead] = items;
      const evidence = evidenceOf(position, index);
      if (index === position || !lead || !evidence) return [];
      const inStory = story.members.includes(lead.name);
      return [{ name: lead.name, title: lead.title, likeness: likeness.get(index) ?? 0, evidence, inStory }];
    })
    .sort((a, b) => b.likeness - a.likeness || b.evidence.cosine - a.evidence.cosine)
    .filter(({ inStory, evidence }, index) => inStory || (index < mostItems && evidence.cosine > 0));
}
