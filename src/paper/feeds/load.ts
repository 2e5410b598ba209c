import { type FeedEntry, isIssue, itemEntry, unfit } from '../../digest/feeds/entry.ts';
import type { EntryContext } from '../../digest/feeds/entry-context.ts';
import { byEdition, type FeedStory, newestFirst } from '../../digest/feeds/feed-story.ts';
import { entriesOfNight } from '../../digest/feeds/last-night.ts';
import { type FeedLength, feedBudget } from '../../digest/feeds/length.ts';
import type { Issue } from '../../issue.ts';
import type { PlacedItem } from '../../store/stored-item.ts';

/** Reads the cleaned body of an item; rejects when its file is missing or damaged. */
export type ReadBody = (item: PlacedItem) => Promise<string>;

/** Loaded entries, and an issue for each entry that could not be made. */
export interface LoadedEntries {
  /** Newest first. */
  entries: FeedEntry[];
  /** Names of the leads of the entries. */
  names: Set<string>;
  issues: Issue[];
}

/** The entries of a feed, at most `length`, from the latest editions; all of them without a length. The last night is whole. */
export async function loadEntries(
  feedStories: readonly FeedStory[],
  context: EntryContext,
  readBody: ReadBody,
  length?: FeedLength,
): Promise<LoadedEntries> {
  const sorted = feedStories.toSorted(byEdition(context.config));
  const ofNight = length === undefined ? 0 : entriesOfNight(sorted, length.wholeAfter ?? null);
  const fits =
    length === undefined
      ? () => true
      : feedBudget({ count: Math.max(length.count, ofNight), bytes: length.bytes });
  const taken: { feedStory: FeedStory; entry: FeedEntry }[] = [];
  const issues: Issue[] = [];
  for (const feedStory of sorted) {
    const entry = await load(feedStory, context, readBody);
    if (isIssue(entry)) issues.push(entry);
    else if (fits(entry)) taken.push({ feedStory, entry });
    else break;
  }
  const cut = ofNight - taken.length - issues.length;
  if (cut > 0) issues.push(nightCut(cut));
  const order = newestFirst(context.config);
  taken.sort((a, b) => order(a.feedStory, b.feedStory));
  return {
    entries: taken.map(({ entry }) => entry),
    names: new Set(taken.map(({ feedStory }) => feedStory.lead.name)),
    issues,
  };
}

async function load(
  feedStory: FeedStory,
  context: EntryContext,
  readBody: ReadBody,
): Promise<FeedEntry | Issue> {
  try {
    return itemEntry(feedStory, await readBody(feedStory.lead), context);
  } catch {
    return unfit(feedStory.lead, 'its file cannot be read');
  }
}

function nightCut(entries: number): Issue {
  return {
    feed: '',
    stage: 'store',
    code: 'night-cut',
    message: `${entries} ${entries === 1 ? 'entry' : 'entries'} of the last night did not fit into this feed`,
    hint: 'raise site.feedMegabytes in digest.yaml; the archive of the feed has them',
  };
}
