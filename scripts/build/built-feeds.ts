import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeXML } from 'entities';
import { markdownCell } from '../terminal/job-summary.ts';
import { plain } from '../terminal/plain.ts';

/** A feed of a built site. */
export interface BuiltFeed {
  /** Path below the site. */
  path: string;
  title: string;
  entries: number;
  /** When its newest entry appeared or an entry was changed; null for an empty feed. */
  changedAt: string | null;
}

/** The feeds of the whole paper, then those of topics and sources, then the status feed; not the archive. */
const places = ['rss.xml', 'daily.xml', 'topics/*/rss.xml', 'sources/*/rss.xml', 'status.xml'];

/** Reads the feeds of a built site. They are our own, with all foreign text escaped. */
export async function builtFeeds(out: string): Promise<BuiltFeed[]> {
  const feeds: BuiltFeed[] = [];
  for (const place of places) {
    const paths = (await Array.fromAsync(glob(place, { cwd: out })))
      .map((path) => path.replaceAll('\\', '/'))
      .sort();
    for (const path of paths) feeds.push(readFeed(path, await readFile(join(out, path), 'utf8')));
  }
  return feeds;
}

function readFeed(path: string, xml: string): BuiltFeed {
  const instants = [...xml.matchAll(/<(?:pubDate|atom:updated)>([^<]+)</g)].map(([, text = '']) =>
    new Date(text).toISOString(),
  );
  return {
    path,
    title: plain(decodeXML(/<title>([^<]*)/.exec(xml)?.[1] ?? '')),
    entries: xml.match(/<item>/g)?.length ?? 0,
    changedAt: instants.sort().at(-1) ?? null,
  };
}

/** A line for each feed: its number of entries, its last change, and why it has more than `feedItems` entries. */
export function feedsLines(feeds: readonly BuiltFeed[], feedItems: number): string[] {
  const width = Math.max(0, ...feeds.map(({ path }) => path.length));
  return feeds.map(
    ({ path, entries, changedAt }) =>
      `${path.padEnd(width)}  ${String(entries).padStart(5)}  ${moment(changedAt)}${wholeNight(entries, feedItems)}`,
  );
}

/** The same as a table for the summary of a run on GitHub. */
export function feedsTable(feeds: readonly BuiltFeed[], feedItems: number): string {
  const rows = feeds.map(
    ({ path, title, entries, changedAt }) =>
      `| ${markdownCell(title)} | ${markdownCell(path)} | ${entries}${wholeNight(entries, feedItems)} | ${moment(changedAt)} |`,
  );
  return [
    '### The feeds that your readers get',
    '',
    '| feed | at | entries | last changed (UTC) |',
    '| --- | --- | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
}

function wholeNight(entries: number, feedItems: number): string {
  return entries > feedItems ? ` (the whole last night: more than site.feedItems, ${feedItems})` : '';
}

function moment(changedAt: string | null): string {
  return changedAt === null ? 'never' : changedAt.slice(0, 16).replace('T', ' ');
}
