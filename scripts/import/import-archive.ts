import { matchFeed } from '../../src/archive/match-feed.ts';
import { learnFromArchive } from '../../src/archive/nights.ts';
import { withArchive } from '../../src/clean/boilerplate/learn.ts';
import type { CustomRules } from '../../src/clean/custom-rules.ts';
import { feedIdFor } from '../../src/config/feed-id.ts';
import type { Config, FeedConfig } from '../../src/config/schema.ts';
import { editionAt, pressSchedule } from '../../src/digest/press.ts';
import type { ForgottenItems } from '../../src/store/forgotten-items.ts';
import { readFeedState, writeFeedState } from '../store/feed-states.ts';
import { readForgotten } from '../store/forgotten-items.ts';
import { type ItemStore, openItemStore } from '../store/items.ts';
import type { ArchiveFolder } from './list-archive.ts';
import { type ReadFolder, readFolder, type Skipped } from './read-folder.ts';
import { saveArticles } from './save-articles.ts';

export interface ImportRequest {
  config: Config;
  content: string;
  folders: ArchiveFolder[];
  now: Date;
  dryRun: boolean;
  /** The owner's own cleaning rules, none unless given. */
  custom?: CustomRules | undefined;
  onProgress: (done: number, all: number) => void;
}

/** The result for one folder. */
export interface FolderResult {
  folder: string;
  feed: ArchiveFeed;
  added: number;
  present: number;
  versions: number;
  repeated: Map<string, number>;
  skipped: Skipped[];
  /** First and last day, `YYYY-MM-DD`; null without articles. */
  days: [string, string] | null;
}

/** The feed to which the articles of a folder belong; `isNew` when it is not in the configuration. */
interface ArchiveFeed {
  id: string;
  title: string;
  /** Address of the feed; for a new one, of the site that its articles link to, or null. */
  url: string | null;
  language?: string | undefined;
  timeZone?: string | undefined;
  isNew: boolean;
}

/** Imports the folders one after another. A bad file does not stop the others. */
export async function importArchive(request: ImportRequest): Promise<FolderResult[]> {
  const store = openItemStore(request.content);
  const forgotten = await readForgotten(request.content);
  const all = request.folders.reduce((sum, { files }) => sum + files.length, 0);
  const taken = new Set(request.config.feeds.map(({ id }) => id));
  const results: FolderResult[] = [];
  let done = 0;
  for (const folder of request.folders) {
    const matched = matchFeed(folder.name, request.config.feeds);
    const feed = matched ? configured(matched, folder.name) : newFeed(folder.name, taken);
    taken.add(feed.id);
    const read = await readFolder(folder, feed.timeZone ?? 'UTC', request.now);
    for (const _ of read.skipped) request.onProgress(++done, all);
    const onArticle = () => request.onProgress(++done, all);
    results.push(await importFolder(folder.name, feed, read, { ...request, store, forgotten, onArticle }));
  }
  return results;
}

function configured({ id, url, title, language, timeZone }: FeedConfig, folder: string): ArchiveFeed {
  return { id, url, title: title ?? folder, language, timeZone, isNew: false };
}

function newFeed(folder: string, taken: ReadonlySet<string>): ArchiveFeed {
  return { id: feedIdFor(folder, taken), title: folder.trim(), url: null, isNew: true };
}

interface FolderImport extends ImportRequest {
  store: ItemStore;
  forgotten: ForgottenItems;
  onArticle: () => void;
}

async function importFolder(
  folder: string,
  found: ArchiveFeed,
  { articles, skipped }: ReadFolder,
  request: FolderImport,
): Promise<FolderResult> {
  const schedule = pressSchedule(request.config);
  const feed = { ...found, url: found.url ?? siteOf(articles) };
  const fromArchive = learnFromArchive(articles);
  const state = await readFeedState(request.content, feed.id, feed.url ?? '');
  const learned = withArchive(state.boilerplate, fromArchive);
  const stored = await saveArticles(articles, { ...request, feed, schedule, learned });
  // Last, so that an interrupted import starts again from what the pulls had learned.
  if (stored.added > 0 && !request.dryRun) {
    await writeFeedState(request.content, {
      ...state,
      title: state.title ?? feed.title,
      boilerplate: learned,
    });
  }
  const days = articles.map(({ seenAt }) => editionAt(Date.parse(seenAt), schedule)).sort();
  return {
    folder,
    feed,
    ...stored,
    skipped: [...skipped, ...stored.skipped],
    days: days[0] && days.at(-1) ? [days[0], days.at(-1) ?? ''] : null,
  };
}

/** The address of the site that most articles link to, or null. */
function siteOf(articles: ReadFolder['articles']): string | null {
  const counts = new Map<string, number>();
  for (const { article } of articles) {
    if (article.item.link === null) continue;
    const site = `${new URL(article.item.link).origin}/`;
    counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
