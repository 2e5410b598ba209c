import type { Config } from '../../config/schema.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import { byTimeThenFeed, type Story } from '../edition.ts';

/** A story as one entry of a feed: the item that leads it, and the other items of the story. */
export interface FeedStory {
  lead: PlacedItem;
  others: readonly PlacedItem[];
}

/**
 * Chooses the lead of a story in a feed. It is the story's own lead if that was among the items seen first; otherwise
 * one of those, because subscribers already have an entry for it and should not get a second one for the same story.
 * `wanted` limits the choice, as the feed of a topic does; null when the story has no wanted item.
 */
export function feedStoryOf(
  story: Story,
  wanted: (item: PlacedItem) => boolean = () => true,
): FeedStory | null {
  const members = [story.lead, ...story.others];
  const able = members.filter(wanted);
  const first = able.reduce((least, { firstSeenAt }) => (firstSeenAt < least ? firstSeenAt : least), '~');
  const early = able.filter(({ firstSeenAt }) => firstSeenAt === first);
  const lead =
    early.find((item) => item === story.lead) ?? early.find(({ name }) => name === story.id) ?? early[0];
  return lead === undefined ? null : { lead, others: members.filter((item) => item !== lead) };
}

/** The entry of an item in the feed of its own source, whichever item leads the story. */
export function itemStory(item: PlacedItem, story: Story): FeedStory {
  const members = [story.lead, ...story.others];
  return { lead: item, others: members.filter(({ name }) => name !== item.name) };
}

/**
 * The order in which a feed is filled: the latest edition first, and within an edition the newest item first. An item
 * that arrives late counts under the edition that first shows it, whatever date it claims.
 */
export function byEdition(config: Config) {
  return (a: FeedStory, b: FeedStory): number =>
    a.lead.day === b.lead.day ? byTimeThenFeed(a.lead, b.lead, config) : a.lead.day < b.lead.day ? 1 : -1;
}

/**
 * The order in which a feed lists its entries: newest first; entries of one instant follow the order of the
 * configuration.
 */
export function newestFirst(config: Config) {
  return (a: FeedStory, b: FeedStory): number => byTimeThenFeed(a.lead, b.lead, config);
}
