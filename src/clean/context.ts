import type { Learned } from './boilerplate/learn.ts';
import type { CleaningOptions } from './cleaning-options.ts';

/** What is known of a body beside its HTML. */
export interface CleanContext {
  /** Id of the configured feed. */
  feed: string;
  /** Plain-text headline; a body that repeats it loses the repetition. */
  title: string;
  /** Absolute address of the article: relative links are read against it, and its host is "the same site". */
  base: string | null;
  /** ISO 8601 instant, or null. */
  publishedAt: string | null;
  /** BCP 47 tag of the text, or null. */
  language: string | null;
  options: CleaningOptions;
  /** What the feed repeats around its articles, or null when nothing was learned. */
  learned: Learned | null;
}
