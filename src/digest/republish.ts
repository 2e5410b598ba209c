import type { Config, FeedConfig } from '../config/schema.ts';
import type { StoredItem } from '../store/stored-item.ts';
import { escapeText } from '../text/escape.ts';

/** What of an article this paper may show. */
export interface ShownBody {
  /** Sanitised HTML. */
  html: string;
  /** Whether this is all that the source gave; else it is the excerpt, and the rest is with the original. */
  whole: boolean;
}

/** How much of its articles a feed's `republish` lets pages and feeds show; all of them when it has left. */
function republishOf(feed: string, config: Config): FeedConfig['republish'] {
  return config.feeds.find(({ id }) => id === feed)?.republish ?? 'full';
}

/**
 * The part of an article's cleaned body that pages and feeds show. Pages show it in place of the body, and lead to
 * the original where it is not whole.
 */
export function shownBody(item: StoredItem, body: string, config: Config): ShownBody {
  if (republishOf(item.feed, config) === 'full') return { html: body, whole: true };
  return { html: excerptHtml(item), whole: false };
}

/** An item's excerpt as a paragraph; '' when it has none. */
export function excerptHtml({ excerpt }: Pick<StoredItem, 'excerpt'>): string {
  return excerpt === '' ? '' : `<p>${escapeText(excerpt)}</p>`;
}
