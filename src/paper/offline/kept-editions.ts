import { type Paper, readingOrder } from '../make-paper.ts';

/** How many editions an installed paper keeps. */
const EDITIONS = 3;

/** The paths of the paper that the service worker needs. */
export interface KeptPaper {
  home: string;
  /** Shown for a page that is not kept. */
  offline: string;
  /** Folder of the files whose names contain a hash of their content. */
  assets: string;
  /** The latest first. */
  editions: { page: string; articles: string[] }[];
}

export function keptPaper({ recent, links }: Paper): KeptPaper {
  return {
    home: links.home,
    offline: links.offline,
    assets: links.assets,
    editions: recent
      .slice(-EDITIONS)
      .reverse()
      .map((edition) => ({
        page: links.edition(edition.day),
        articles: links.keepsPages(edition.day) ? readingOrder(edition).map((item) => links.item(item)) : [],
      })),
  };
}
