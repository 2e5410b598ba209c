import type { Edition, Story } from '../digest/edition.ts';

/** The stories that a reader in a hurry wants: those that most sources tell. */
export interface Brief {
  /** The most told first. */
  stories: Story[];
  /** Reading time of their articles, one each. */
  minutes: number;
}

const STORIES = { least: 5, most: 8 };
const MINUTES = 10;
/** A smaller edition is brief enough itself. */
const SMALLEST = 12;

/**
 * The brief of an edition: at least five stories, and up to eight while their articles can be read in ten minutes.
 * Stories with equally many sources keep the order of the edition. Null for a small edition.
 */
export function briefOf(edition: Edition): Brief | null {
  const shown = edition.stories.filter(({ folded }) => !folded);
  if (shown.length < SMALLEST) return null;
  const stories: Story[] = [];
  let minutes = 0;
  for (const story of shown.toSorted((a, b) => b.sources - a.sources).slice(0, STORIES.most)) {
    if (stories.length >= STORIES.least && minutes + story.lead.minutes > MINUTES) break;
    stories.push(story);
    minutes += story.lead.minutes;
  }
  return { stories, minutes };
}
