/** What grouping needs of an item; a `PlacedItem` of the paper has it all. */
export interface StoryInput {
  /** Name of the item, `<feed-id>-<12 hex>`; unique. */
  name: string;
  /** Id of its feed. */
  feed: string;
  /** The edition it stands in, `YYYY-MM-DD`. */
  day: string;
  title: string;
  excerpt: string;
  /** What `storySignature` made of its title and text; '' when it has none, which leaves title and excerpt. */
  signature: string;
  link: string | null;
  publishedAt: string | null;
  firstSeenAt: string;
}

/** What one edition tells of one event. An item that nothing else tells is a story of one. */
export interface StoryGroup {
  /** Name of the member that was seen first, so a member that comes later renames nothing. */
  id: string;
  day: string;
  /** Names of the items, the one to show first in front. */
  members: string[];
  /** Members that are one article in several places, each set with the one to show in front. */
  sameArticle: string[][];
  /** Id of the story of the day before that this one goes on from, else null. */
  continues: string | null;
}

/** The numbers that grouping turns on; `storySettings` holds the ones in use. */
export interface StorySettings {
  /** Similarity from which two stories are one: 0 nothing in common, 1 the same words. */
  sameEvent: number;
  /** Similarity from which a story goes on from one of the day before. */
  goesOn: number;
  /** Share of shingles from which two texts are one article. */
  sameText: number;
  /** How much a term of a headline weighs beside one of the text. */
  titleWeight: number;
  /** How much more a number in a headline weighs. */
  numberWeight: number;
  /** How much more the first terms of a text weigh than one in the middle of a signature, and the last ones less. */
  firstTerms: number;
  /** How steeply rare terms weigh more than frequent ones. */
  rarity: number;
  /** Share of the likeness of two stories that counts as wholes; the rest is the mean over their items. */
  wholeShare: number;
  /** Share of the likeness that counts for two items whose headlines share no term. */
  otherHeadline: number;
  /** How much more alike two stories must be the more items each has: a power of the smaller number. */
  ownStories: number;
  /** Taken off for two items of one feed, which tells an event once as a rule. */
  sameFeed: number;
  /** A term in a larger share of a feed's items than this is the feed's furniture. */
  furniture: number;
}

/** Found on labelled days of news of a few hundred items; each holds with a tenth more or less. */
export const storySettings: StorySettings = {
  sameEvent: 0.107,
  goesOn: 0.125,
  sameText: 0.55,
  titleWeight: 1.8,
  numberWeight: 1.4,
  firstTerms: 0.4,
  rarity: 1.3,
  wholeShare: 0.65,
  otherHeadline: 0.8,
  ownStories: 0.1,
  sameFeed: 0.02,
  furniture: 0.35,
};
