import type { Config } from '../../config/schema.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import { byTimeThenFeed, type Story } from '../edition.ts';

/** What an entry of a feed tells: an item, and the others that tell the same story. */
export interface Telling {
  lead: PlacedItem;
  others: readonly PlacedItem[];
}

/**
 * A story as one entry. Its lead is the story's own as long as that was among the first to be seen; else one of
 * those, because subscribers have it already, and a second entry for the same story would be news to nobody.
 * `wanted` narrows the choice to some items, in a feed of a topic; null when there is none of them in the story.
 */
export function tellingOf(story: Story, wanted: (item: PlacedItem) => boolean = () => true): Telling | null {
  const members = [story.lead, ...story.others];
  const able = members.filter(wanted);
  const first = able.reduce((least, { firstSeenAt }) => (firstSeenAt < least ? firstSeenAt : least), '~');
  const early = able.filter(({ firstSeenAt }) => firstSeenAt === first);
  const lead =
    early.find((item) => item === story.lead) ?? early.find(({ name }) => name === story.id) ?? early[0];
  return lead === undefined ? null : { lead, others: members.filter((item) => item !== lead) };
}

/** An item on its own feed's terms, whatever leads its story. */
export function itemTelling(item: PlacedItem, story: Story): Telling {
  const members = [story.lead, ...story.others];
  return { lead: item, others: members.filter(({ name }) => name !== item.name) };
}

/**
 * The order in which entries are taken into a feed: those of the latest edition first, in it the newest. A late
 * item belongs to the edition in which people first see it, however old it says it is.
 */
export function byEdition(config: Config) {
  return (a: Telling, b: Telling): number =>
    a.lead.day === b.lead.day ? byTimeThenFeed(a.lead, b.lead, config) : a.lead.day < b.lead.day ? 1 : -1;
}

/** The order in which entries stand in a feed: the newest first, of one moment in the order of the configuration. */
export function newestFirst(config: Config) {
  return (a: Telling, b: Telling): number => byTimeThenFeed(a.lead, b.lead, config);
}
