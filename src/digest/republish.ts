import type { Config } from '../config/schema.ts';
import type { StoredItem } from '../store/stored-item.ts';
import { escapeText } from '../text/escape.ts';
import { shownAs } from './former-feeds.ts';
import { withoutHeadline } from './headline.ts';

/** The part of an article that the paper may show. */
export interface ShownBody {
  /** Sanitised HTML. */
  html: string;
  /** Whether `html` is everything the source gave; otherwise it is the excerpt only. */
  whole: boolean;
}

/**
 * The part of an article's cleaned body that pages and feeds show. Where it is not whole, pages link to the original.
 * A post that is called by its whole text shows it once.
 */
export function shownBody(item: StoredItem, body: string, config: Config): ShownBody {
  if (shownAs(item.feed, config).republish !== 'excerpt')
    return { html: withoutHeadline(item.title, body), whole: true };
  return { html: excerptHtml(item), whole: false };
}

/** An item's excerpt as a paragraph; '' when it has none. */
export function excerptHtml({ excerpt }: Pick<StoredItem, 'excerpt'>): string {
  return excerpt === '' ? '' : `<p>${escapeText(excerpt)}</p>`;
}
