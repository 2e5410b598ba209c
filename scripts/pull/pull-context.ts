import type { CustomRules } from '../../src/clean/custom-rules.ts';
import type { FeedConfig } from '../../src/config/schema.ts';
import type { MutedBy } from '../../src/digest/mute.ts';
import type { Item } from '../../src/feed/item.ts';
import type { ForgottenItems } from '../../src/store/forgotten-items.ts';
import type { MovedItems } from '../../src/store/moved-items.ts';
import type { FetchArticlesOptions } from '../fetch/articles.ts';
import type { FetchOutcome } from '../fetch/request.ts';
import type { EarlierDays } from '../store/earlier-days.ts';
import type { ItemStore } from '../store/items.ts';
import type { PageBudget } from './add-full-texts.ts';
import type { Cooldowns } from './cooldowns.ts';
import type { PressBefore } from './press.ts';

/** What the feeds of one pull share. */
export interface PullContext {
  content: string;
  store: ItemStore;
  /** Fetches a further document for a feed, without validators; `namedBy` is the page that names its address. */
  fetch: (feed: FeedConfig, namedBy?: string) => Promise<FetchOutcome>;
  /** How the articles of summary-only feeds are fetched. */
  pageOptions: Omit<FetchArticlesOptions, 'most' | 'further'>;
  /** How many of them may still be fetched. */
  pages: PageBudget;
  /** When each feed may be asked again; filled in as the answers come. */
  cooldowns: Cooldowns;
  mutedBy: MutedBy;
  /** The owner's own cleaning rules. */
  custom: CustomRules;
  now: Date;
  /** Items that lie under another day than they did. */
  moved: MovedItems;
  /** Where items lay that the store has lost; asked for once, when an item is new. */
  earlier: () => Promise<EarlierDays>;
  /** Tells the items that are stored under a former id of a feed. */
  formerOf: (feed: FeedConfig) => (item: Item) => boolean;
  /** Items that were removed for good. */
  forgotten: ForgottenItems;
  /** Which editions new items may go into. */
  press: PressBefore;
}
