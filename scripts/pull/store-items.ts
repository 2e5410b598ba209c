import type { Learned } from '../../src/clean/boilerplate/learn.ts';
import { type CleanedItem, cleanItem } from '../../src/clean/clean-item.ts';
import type { CustomRules, RuleFailure } from '../../src/clean/custom-rules.ts';
import type { FeedConfig, SiteConfig } from '../../src/config/schema.ts';
import { newStoredItem, recleanStoredItem, renewStoredItem } from '../../src/digest/item-record.ts';
import type { MutedBy } from '../../src/digest/mute.ts';
import { place } from '../../src/digest/place.ts';
import type { Item } from '../../src/feed/item.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import type { StoredItem } from '../../src/store/stored-item.ts';
import { compareText } from '../../src/text/compare.ts';
import type { ItemStore } from '../store/items.ts';
import type { MutedItems } from './report.ts';

/** An item on its way into the store: its name for good, and the digest of the entry as the feed has it. */
export interface NamedItem {
  name: string;
  digest: string;
  item: Item;
  /** How often the page of its article could not be fetched, while it is still to be asked for. */
  tries?: number | undefined;
  /** Whether its article has just been fetched, which its digest does not tell. */
  isLate?: boolean;
}

export interface StoreItemsOptions {
  feed: FeedConfig;
  site: SiteConfig;
  store: ItemStore;
  recent: FeedState['recent'];
  /** What the feed has taught, this document included. */
  learned: Learned | null;
  /** Whether that is more than was known when its items were stored: then they are cleaned again. */
  learnedMore: boolean;
  mutedBy: MutedBy;
  custom: CustomRules;
  now: Date;
  firstEdition: boolean;
}

export interface StoredDocument {
  /** One entry an item of the document, for the feed's state. */
  seen: FeedState['recent'];
  added: number;
  updated: number;
  unchanged: number;
  muted: MutedItems[];
  issues: Issue[];
}

/** Cleans the items of one document and stores each that is new or differs. A bad item costs that item. */
export async function storeItems(
  items: readonly NamedItem[],
  facts: StoreItemsOptions,
): Promise<StoredDocument> {
  const known = new Map(facts.recent.map((entry) => [entry.name, entry]));
  const result: StoredDocument = { seen: [], added: 0, updated: 0, unchanged: 0, muted: [], issues: [] };
  const muted = new Map<string, number>();
  const failures: RuleFailure[] = [];
  for (const named of items) {
    try {
      const stored = await storeItem(named, known.get(named.name), facts);
      const { entry, outcome, mutedBy } = stored;
      result.seen.push(entry);
      failures.push(...(stored.failures ?? []));
      result[outcome] += 1;
      if (mutedBy !== null) muted.set(mutedBy, (muted.get(mutedBy) ?? 0) + 1);
    } catch (error) {
      result.issues.push(unstorable(facts.feed.id, named.item, error));
    }
  }
  result.issues.push(...failedRules(facts.feed.id, failures));
  const counted = [...muted].map(([rule, items]) => ({ rule, items }));
  result.muted = counted.sort((a, b) => b.items - a.items || compareText(a.rule, b.rule));
  return result;
}

type Entry = FeedState['recent'][number];

interface Stored {
  entry: Entry;
  outcome: 'added' | 'updated' | 'unchanged';
  /** The rule that mutes it, when it is new. */
  mutedBy: string | null;
  /** Custom rules that could not be applied to it. */
  failures?: RuleFailure[];
}

async function storeItem(
  named: NamedItem,
  known: Entry | undefined,
  facts: StoreItemsOptions,
): Promise<Stored> {
  const { name, item } = named;
  const entryOn = (day: string): Entry => entryOf(named, day);
  const isSame = known?.digest === named.digest;
  if (isSame && !facts.learnedMore && !named.isLate)
    return { entry: entryOn(known.day), outcome: 'unchanged', mutedBy: null };
  const day = known?.day ?? (await facts.store.dayOf(name));
  const old = day === null ? null : await facts.store.read(name, day);
  // An item that is known and not there was taken out by hand: it stays out.
  if (known && old === null)
    return {
      entry: entryOf({ ...named, tries: undefined }, known.day),
      outcome: 'unchanged',
      mutedBy: null,
    };
  const cleaned = cleanItem(item, facts.feed, facts.learned, facts.custom);
  const { failures } = cleaned;
  const now = facts.now.toISOString();
  if (day !== null && old !== null && 'item' in old) {
    const whole = keepWholeText(old, cleaned);
    const fresh = newStoredItem(facts.feed.id, item, whole, now);
    const renewed = isSame
      ? recleanStoredItem(old.item, fresh)
      : renewStoredItem(old, fresh, whole.body, now);
    const differs = await facts.store.write(name, day, renewed, whole.body);
    return { entry: entryOn(day), outcome: differs ? 'updated' : 'unchanged', mutedBy: null, failures };
  }
  const firstDay = day ?? placeOf(item, now, facts);
  const stored = newStoredItem(facts.feed.id, item, cleaned, now);
  await facts.store.write(name, firstDay, stored, cleaned.body);
  return { entry: entryOn(firstDay), outcome: 'added', mutedBy: facts.mutedBy(stored), failures };
}

function entryOf({ name, digest, tries }: NamedItem, day: string): Entry {
  return { name, day, digest, ...(tries === undefined ? {} : { tries }) };
}

function placeOf(
  { publishedAt }: Item,
  firstSeenAt: string,
  { site, now, firstEdition }: StoreItemsOptions,
): string {
  return place({ publishedAt, firstSeenAt, timeZone: site.timeZone, now, firstEdition });
}

/** A changed item whose article could not be fetched again keeps the one it has. */
function keepWholeText(old: { item: StoredItem; body: string }, cleaned: CleanedItem): CleanedItem {
  if (!old.item.fullText || cleaned.fullText) return cleaned;
  const { excerpt, minutes, removed } = old.item;
  return { ...cleaned, body: old.body, fullText: true, excerpt, minutes, removed };
}

/** One issue for each custom rule that failed, however many items it failed on. */
function failedRules(feed: string, failures: readonly RuleFailure[]): Issue[] {
  return [...Map.groupBy(failures, ({ rule }) => rule)].map(([rule, ofRule]) => ({
    feed,
    stage: 'clean',
    code: 'custom-rule-failed',
    message: `the rule custom/rules/${rule}.ts failed on ${ofRule.length === 1 ? 'an item' : `${ofRule.length} items`} (${ofRule[0]?.message})`,
    hint: 'the items are stored without it; mend the rule or take the file away',
  }));
}

function unstorable(feed: string, item: Item, error: unknown): Issue {
  return {
    feed,
    stage: 'store',
    code: 'item-not-stored',
    message: `the item “${item.title.slice(0, 60)}” could not be stored (${error instanceof Error ? error.message : String(error)})`,
    hint: 'the others are stored; if it says that there is no space or no permission, look at the disk',
  };
}
