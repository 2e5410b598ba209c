import type { Article } from './article.ts';
import type { StoryGroup } from './story.ts';

/** A story with the articles that tell it. */
export interface ToldStory {
  group: StoryGroup;
  articles: Article[];
}
