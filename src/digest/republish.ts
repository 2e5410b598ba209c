import type { Config, FeedConfig } from '../config/schema.ts';
import { isPrivateFeed } from '../config/secrets.ts';
import type { StoredItem } from '../store/stored-item.ts';
import { escapeText } from '../text/escape.ts';

/** The part of an article that the paper may show. */
export interface ShownBody {
  /** Sanitised HTML. */
  html: string;
  /** Whether `html` is everything the source gave; otherwise it is the excerpt only. */
  whole: boolean;
}

/** How much of a feed's articles is shown: its `republish` setting, without one `excerpt` for a private feed. */
export function republishOf(feed: FeedConfig): NonNullable<FeedConfig['republish']> {
  return feed.republish ?? (isPrivateFeed(feed) ? 'excerpt' : 'full');
}

/**
 * The part of an article's cleaned body that pages and feeds show. Where it is not whole, pages link to the original.
 */
export function shownBody(item: StoredItem, body: string, config: Config): ShownBody {
  const feed = config.feeds.find(({ id }) => id === item.feed);
  // A feed that has left the configuration is shown whole.
  if (feed === undefined || republishOf(feed) === 'full') return { html: body, whole: true };
  return { html: excerptHtml(item), whole: false };
}

/** An item's excerpt as a paragraph; '' when it has none. */
export function excerptHtml({ excerpt }: Pick<StoredItem, 'excerpt'>): string {
  return excerpt === '' ? '' : `<p>${escapeText(excerpt)}</p>`;
}
