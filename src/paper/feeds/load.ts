import { type FeedEntry, isIssue, itemEntry, unfit } from '../../digest/feeds/entry.ts';
import type { EntryContext } from '../../digest/feeds/entry-context.ts';
import { type FeedLength, feedBudget } from '../../digest/feeds/length.ts';
import { byEdition, newestFirst, type Telling } from '../../digest/feeds/telling.ts';
import type { Issue } from '../../issue.ts';
import type { PlacedItem } from '../../store/stored-item.ts';

/** Gives the cleaned body of an item; fails when its file has gone or is damaged. */
export type ReadBody = (item: PlacedItem) => Promise<string>;

/** What came of loading entries; those that could not be made are among the issues. */
export interface LoadedEntries {
  /** Newest first. */
  entries: FeedEntry[];
  /** Names of the leads of the entries. */
  names: Set<string>;
  issues: Issue[];
}

/** The entries of a feed of at most this length, out of the latest editions; without a length, all of them. */
export async function loadEntries(
  tellings: readonly Telling[],
  facts: EntryContext,
  readBody: ReadBody,
  length?: FeedLength,
): Promise<LoadedEntries> {
  const fits = length === undefined ? () => true : feedBudget(length);
  const taken: { telling: Telling; entry: FeedEntry }[] = [];
  const issues: Issue[] = [];
  for (const telling of tellings.toSorted(byEdition(facts.config))) {
    const entry = await load(telling, facts, readBody);
    if (isIssue(entry)) issues.push(entry);
    else if (fits(entry)) taken.push({ telling, entry });
    else break;
  }
  const order = newestFirst(facts.config);
  taken.sort((a, b) => order(a.telling, b.telling));
  return {
    entries: taken.map(({ entry }) => entry),
    names: new Set(taken.map(({ telling }) => telling.lead.name)),
    issues,
  };
}

async function load(telling: Telling, facts: EntryContext, readBody: ReadBody): Promise<FeedEntry | Issue> {
  try {
    return itemEntry(telling, await readBody(telling.lead), facts);
  } catch {
    return unfit(telling.lead, 'its file cannot be read');
  }
}
