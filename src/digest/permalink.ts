import { dayFolder } from '../store/item-path.ts';
/**
 * Every path of the site, in one place. Paths start with the site's base path, so they work as they are in an
 * `href`; `absolute` adds the host. Days are `YYYY-MM-DD`.
 */

/** `/repo/` of `https://user.github.io/repo/`: always with a slash at both ends. */
export function basePath(siteUrl: string): string {
  const path = new URL(siteUrl).pathname;
  return path.endsWith('/') ? path : `${path}/`;
}

/**
 * Paths below one site address. Articles have pages from the month `pagesFrom` (`YYYY-MM`) on; links to older
 * articles lead to their originals.
 */
export function permalinks(siteUrl: string, pagesFrom = '') {
  const base = basePath(siteUrl);
  const origin = new URL(siteUrl).origin;
  const to = (path: string) => base + path;
  const topic = (name: string) => `topics/${encodeURIComponent(name)}/`;
  const keepsPages = (dayOrMonth: string) => dayOrMonth >= pagesFrom;
  const edition = (day: string) => to(`${dayFolder(day)}/`);
  return {
    home: base,
    edition,
    /** The page of an article; the absolute address of its original when the site no longer keeps a page for it. */
    item: (item: { day: string; name: string; link?: string | null }) =>
      keepsPages(item.day) ? to(`${dayFolder(item.day)}/${item.name}/`) : (item.link ?? edition(item.day)),
    /** Whether articles of a day or month have pages. */
    keepsPages,
    month: (month: string) => to(`${dayFolder(month)}/`),
    year: (year: string) => to(`${year}/`),
    /** What waits for the next press. */
    latest: to('latest/'),
    archive: to('archive/'),
    sources: to('sources/'),
    source: (feed: string) => to(`sources/${feed}/`),
    topics: to('topics/'),
    topic: (name: string) => to(topic(name)),
    search: to('search/'),
    /** Folder of the search engine and of the index of what is no article. */
    searchEngine: to('search/index/'),
    /** Folder of the search indexes of a month, each in a folder that is named by its number, from 1 on. */
    searchIndexes: (month: string) => to(`${dayFolder(month)}/search/`),
    /** An own copy of a picture, by the month of the items that show it and the name of its file. */
    picture: (month: string, file: string) => to(`${dayFolder(month)}/pictures/${file}`),
    subscribe: to('subscribe/'),
    status: to('status/'),
    about: to('about/'),
    rss: to('rss.xml'),
    jsonFeed: to('feed.json'),
    daily: to('daily.xml'),
    sourceRss: (feed: string) => to(`sources/${feed}/rss.xml`),
    topicRss: (name: string) => to(`${topic(name)}rss.xml`),
    statusRss: to('status.xml'),
    /** Documents of the archived feed: a closed month, and what is between those and the feed itself. */
    monthRss: (month: string) => to(`${dayFolder(month)}/rss.xml`),
    olderRss: to('archive/rss.xml'),
    /** The feeds that the paper reads, and the feeds that it makes of them. */
    opml: to('opml.xml'),
    sourcesOpml: to('sources/opml.xml'),
    /** An edition as a book. */
    epub: (day: string) => to(`epub/${day}.epub`),
    /** Page for what was not kept, when there is no network. */
    offline: to('offline/'),
    manifest: to('manifest.webmanifest'),
    sitemap: to('sitemap.xml'),
    /** Folder of style sheets and scripts, whose names change with their content. */
    assets: to('_astro/'),
    /** A file of `public/`. */
    file: (path: string) => to(path),
    /** The address of a path with its host, for feeds and canonical links; a whole address as it is. */
    absolute: (path: string) => (path.startsWith('/') ? origin + path : path),
  };
}

export type Permalinks = ReturnType<typeof permalinks>;
