import type { FeedConfig } from './schema.ts';
import { isPrivateFeed } from './secrets.ts';

/** How much of a feed's articles is shown: its `republish` setting, without one `excerpt` for a private feed. */
export function republishOf(feed: FeedConfig): NonNullable<FeedConfig['republish']> {
  return feed.republish ?? (isPrivateFeed(feed) ? 'excerpt' : 'full');
}
