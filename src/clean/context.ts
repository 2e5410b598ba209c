import type { EntryPicture } from '../feed/item.ts';
import { shortHash } from '../text/short-hash.ts';
import type { Learned } from './boilerplate/learn.ts';
import type { CleaningOptions } from './cleaning-options.ts';

/** What the rules know about a body besides its HTML. */
export interface CleanContext {
  /** Id of the configured feed. */
  feed: string;
  /** The headline as plain text. Repetitions of it are removed from the body. */
  title: string;
  /** Absolute address of the article. Relative links are resolved against it; its host is "the same site". */
  base: string | null;
  /** ISO 8601 instant, or null. */
  publishedAt: string | null;
  /** BCP 47 tag of the text, or null. */
  language: string | null;
  /** Pictures, films and recordings that the feed gives beside the text, and whether the entry has a title of its own. */
  beside?: { pictures: readonly EntryPicture[]; titled: boolean; base: string | null };
  options: CleaningOptions;
  /** The boilerplate learned from the feed, or null when nothing was learned. */
  learned: Learned | null;
}

/** Ten characters for the ids of one article: of its feed, address and headline, so that they last. */
export function namespaceOf({ feed, base, title }: Pick<CleanContext, 'feed' | 'base' | 'title'>): string {
  return shortHash(`${feed}\n${base ?? ''}\n${title}`);
}
