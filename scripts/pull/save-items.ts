import type { Learned } from '../../src/clean/boilerplate/learn.ts';
import { type CleanedItem, cleanItem } from '../../src/clean/clean-item.ts';
import type { CustomRules } from '../../src/clean/custom-rules.ts';
import type { RuleFailure } from '../../src/clean/rule.ts';
import type { FeedConfig } from '../../src/config/schema.ts';
import { newStoredItem, recleanStoredItem, renewStoredItem } from '../../src/digest/item-record.ts';
import type { MutedBy } from '../../src/digest/mute.ts';
import { place } from '../../src/digest/place.ts';
import type { Item } from '../../src/feed/item.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import type { StoredItem } from '../../src/store/stored-item.ts';
import { compareText } from '../../src/text/compare.ts';
import type { EarlierDays } from '../store/earlier-days.ts';
import type { ItemStore } from '../store/items.ts';
import { isFull } from '../terminal/stopped.ts';
import type { NamedItem } from './named-item.ts';
import type { PressBefore } from './press.ts';
import { asRemembered, entryOf, type RememberedEntry } from './remembered-entry.ts';
import type { MutedItems } from './report.ts';

export interface SaveItemsOptions {
  feed: FeedConfig;
  store: ItemStore;
  recent: FeedState['recent'];
  /** The boilerplate learned from the feed, this document included. */
  learned: Learned | null;
  /** Whether some of it was not known when the items were stored: then they are cleaned again. */
  learnedMore: boolean;
  mutedBy: MutedBy;
  custom: CustomRules;
  now: Date;
  /** Where items lay that the store has lost. */
  earlier: () => Promise<EarlierDays>;
  /** Which editions new items may go into. */
  press: PressBefore;
}

export interface SavedDocument {
  /** An entry for each item of the document, for the feed's state. */
  seen: FeedState['recent'];
  added: number;
  updated: number;
  unchanged: number;
  muted: MutedItems[];
  issues: Issue[];
}

/** Cleans the items of one document and stores each that is new or differs. An item that fails does not stop the others. @throws when the disk is full */
export async function saveItems(
  items: readonly NamedItem[],
  options: SaveItemsOptions,
): Promise<SavedDocument> {
  const known = new Map(options.recent.map((entry) => [entry.name, entry]));
  const result: SavedDocument = { seen: [], added: 0, updated: 0, unchanged: 0, muted: [], issues: [] };
  const muted = new Map<string, number>();
  const failures: RuleFailure[] = [];
  for (const named of items) {
    try {
      const saved = await saveItem(named, known.get(named.name), options);
      const { entry, outcome, mutedBy } = saved;
      result.seen.push(entry);
      failures.push(...(saved.failures ?? []));
      result[outcome] += 1;
      if (mutedBy !== null) muted.set(mutedBy, (muted.get(mutedBy) ?? 0) + 1);
    } catch (error) {
      if (isFull(error)) throw error;
      result.issues.push(notStored(options.feed.id, named.item, error));
    }
  }
  result.issues.push(...failedRules(options.feed.id, failures));
  const counted = [...muted].map(([rule, items]) => ({ rule, items }));
  result.muted = counted.sort((a, b) => b.items - a.items || compareText(a.rule, b.rule));
  return result;
}

interface Stored {
  entry: RememberedEntry;
  outcome: 'added' | 'updated' | 'unchanged';
  /** The rule that mutes it, when it is new. */
  mutedBy: string | null;
  /** Custom rules that could not be applied to it. */
  failures?: RuleFailure[];
}

async function saveItem(
  named: NamedItem,
  known: RememberedEntry | undefined,
  options: SaveItemsOptions,
): Promise<Stored> {
  const { name, item } = named;
  const entryOn = (day: string): RememberedEntry => entryOf(named, day);
  const isSame = known?.digest === named.digest;
  if (isSame && !options.learnedMore && !named.hasNewArticle)
    return { entry: entryOn(known.day), outcome: 'unchanged', mutedBy: null };
  const day = known?.day ?? (await options.store.dayOf(name));
  const old = day === null ? null : await options.store.read(name, day);
  // A known item that is not in the store was deleted by hand: it stays deleted.
  if (known && old === null)
    return {
      entry: entryOf({ ...named, tries: undefined }, known.day),
      outcome: 'unchanged',
      mutedBy: null,
    };
  const cleaned = cleanItem(item, options.feed, options.learned, options.custom);
  const { failures } = cleaned;
  const now = options.now.toISOString();
  if (day !== null && old !== null && 'item' in old) {
    const kept = keepFullText(old, cleaned);
    const fresh = newStoredItem(options.feed.id, item, kept, now);
    const renewed = isSame ? recleanStoredItem(old.item, fresh) : renewStoredItem(old, fresh, kept.body, now);
    const differs = renewed !== old.item && (await options.store.write(name, day, renewed, kept.body));
    const entry = differs || isSame || known === undefined ? entryOn(day) : asRemembered(known, named);
    return { entry, outcome: differs ? 'updated' : 'unchanged', mutedBy: null, failures };
  }
  const { open, schedule } = options.press;
  const earlier = (await options.earlier()).get(name);
  const firstDay = day ?? earlier ?? place(item.publishedAt, options.now, open, schedule);
  const stored = newStoredItem(options.feed.id, item, cleaned, now);
  await options.store.write(name, firstDay, stored, cleaned.body);
  return { entry: entryOn(firstDay), outcome: 'added', mutedBy: options.mutedBy(stored), failures };
}

/** A changed item whose article could not be fetched again keeps the article it has. */
function keepFullText(old: { item: StoredItem; body: string }, cleaned: CleanedItem): CleanedItem {
  if (!old.item.fullText || cleaned.fullText) return cleaned;
  const { excerpt, minutes, removed } = old.item;
  return { ...cleaned, body: old.body, fullText: true, excerpt, minutes, removed };
}

/** One issue for each custom rule or setting that failed, however many items it failed on. */
function failedRules(feed: string, failures: readonly RuleFailure[]): Issue[] {
  return [...Map.groupBy(failures, ({ rule }) => rule)].map(([rule, ofRule]) => ({
    feed,
    stage: 'clean',
    code: ofRule[0]?.isSetting ? 'setting-failed' : 'custom-rule-failed',
    message: `${ofRule[0]?.isSetting ? rule : `the rule custom/rules/${rule}.ts`} failed on ${ofRule.length === 1 ? 'an item' : `${ofRule.length} items`} (${ofRule[0]?.message})`,
    hint: `the items are stored without it; ${ofRule[0]?.isSetting ? 'write it more simply in digest.yaml' : 'mend the rule or take the file away'}`,
  }));
}

/** The code of the issue for an item that could not be stored. */
export const notStoredCode = 'item-not-stored';

function notStored(feed: string, item: Item, error: unknown): Issue {
  return {
    feed,
    stage: 'store',
    code: notStoredCode,
    message: `the item “${item.title.slice(0, 60)}” could not be stored (${error instanceof Error ? error.message : String(error)})`,
    hint: 'the next run tries again; if it names a permission, check the disk',
  };
}
