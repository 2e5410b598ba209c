/** What grouping needs of an item; a `PlacedItem` of the paper has it all. */
export interface StoryInput {
  /** Name of the item, `<feed-id>-<12 hex>`; unique. */
  name: string;
  /** Id of its feed. */
  feed: string;
  /** The edition it stands in, `YYYY-MM-DD`. */
  day: string;
  title: string;
  /** BCP 47 tag of the text; null when it is not known. */
  language: string | null;
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
  /** Whether feeds issued all of it again after the edition of the day before had it. */
  reissued: boolean;
}

/** The numbers that grouping turns on; `storySettings` holds the ones in use. */
export interface StorySettings {
  /** Likeness from which two stories are one. */
  sameEvent: number;
  /** Likeness from which a story goes on from one of the day before. */
  goesOn: number;
  /** Share of shingles from which two texts are one article. */
  sameText: number;
  /** How much a term of a text weighs beside one of the headline. */
  textWeight: number;
  /** How much less than the first the last term of a full signature weighs: a share. */
  laterTerms: number;
  /** How much more a number in a headline weighs than a word. */
  numberWeight: number;
  /** Share that counts of a pair of characters that goes on from another which two headlines share as well. */
  longNames: number;
  /** How steeply rare terms weigh more than frequent ones. */
  rarity: number;
  /** Weight that is taken to be missing in each text, in squares of the weight of a rare term of a headline. */
  untold: number;
  /** How much the likeness shrinks as a day has more items of the language: a power of their number. */
  daySize: number;
  /** How much it shrinks as items of the language are more alike on average: a power of that likeness. */
  dayLikeness: number;
  /** Share of the likeness that counts for two items in different languages. */
  otherLanguage: number;
  /** Share of it that counts for two items whose headlines share no term. */
  otherHeadline: number;
  /** Share of it that counts for two items of one feed, which tells an event once as a rule. */
  sameFeed: number;
  /** How much more it counts to be like all items of a story than to be very like one: below 1 more, above 1 less. */
  evenness: number;
  /** Share of the likeness of two stories that counts as wholes; the rest is the mean over their items. */
  wholeShare: number;
  /** How much more alike two stories must be the more items each has: a power of the smaller number. */
  ownStories: number;
  /** A term in a larger share of a feed's items than this is the feed's furniture. */
  furniture: number;
}

/**
 * Found on labelled days in ten languages, of headlines, teasers and whole articles, with 25 to 300 items a day; a tenth
 * more or less of each changes little.
 */
export const storySettings: StorySettings = {
  sameEvent: 0.17,
  goesOn: 0.195,
  sameText: 0.55,
  textWeight: 0.59,
  laterTerms: 0.5,
  numberWeight: 1.34,
  longNames: 0.6,
  rarity: 0.68,
  untold: 0.48,
  daySize: 0.1,
  dayLikeness: 0.42,
  otherLanguage: 0.95,
  otherHeadline: 0.84,
  sameFeed: 0.65,
  evenness: 0.97,
  wholeShare: 0.75,
  ownStories: 0.22,
  furniture: 0.35,
};
