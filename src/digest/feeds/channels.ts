import type { Config } from '../../config.ts';
import { byTimeThenFeed } from '../edition.ts';
import type { Permalinks } from '../permalink.ts';
import type { PlacedItem } from '../stored-item.ts';
import type { RssChannel } from './rss.ts';

/** A feed to publish: what it is called, where it lives, and which items it carries, newest first. */
export interface FeedPlan {
  channel: RssChannel;
  items: PlacedItem[];
}

export interface FeedNames {
  title: string;
  description: string;
  /** Path of the page that shows the same. */
  page: string;
  /** Path of the feed itself. */
  self: string;
}

/** Plans a feed of the newest of `items`, as many as the configuration wants. */
export function planFeed(
  { title, description, page, self }: FeedNames,
  items: readonly PlacedItem[],
  config: Config,
  links: Permalinks,
): FeedPlan {
  const { language, feedItems } = config.site;
  return {
    channel: { title, description, link: links.absolute(page), self: links.absolute(self), language },
    items: items.toSorted((a, b) => byTimeThenFeed(a, b, config)).slice(0, feedItems),
  };
}
