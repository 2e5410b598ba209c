import type { Issue } from '../issue.ts';

/** A file that an entry carries along: a podcast episode, a video, a picture. */
export interface Enclosure {
  /** Absolute http(s) address. */
  url: string;
  /** Media type as given, else null. */
  type: string | null;
  /** Size in bytes as given, else null. */
  length: number | null;
}

/** A picture that stands for an entry. Sizes in pixels, null when the feed does not say. */
export interface Picture {
  url: string;
  width: number | null;
  height: number | null;
  alt: string | null;
}

/** One entry of a feed, normalised: the only shape that the rest of the program knows. */
export interface Item {
  /** The entry's own identifier: guid or Atom id, else its link, else a hash of its content. Never empty. */
  id: string;
  /** Plain text, never empty: the entry's title, else its first words, else its link. */
  title: string;
  /** Absolute http(s) address of the original, or null. */
  link: string | null;
  /** ISO 8601 instants in UTC with milliseconds, or null when the entry has none that can be read. */
  publishedAt: string | null;
  updatedAt: string | null;
  /** Plain text, names joined with ", ". */
  author: string | null;
  /** BCP 47 tag of the item's text: entry, else feed, else the script it is written in. */
  language: string | null;
  /** Teaser as HTML, not sanitised. */
  summary: string | null;
  /** Full text as HTML, not sanitised; null when the feed gives a summary only. */
  content: string | null;
  /** Plain text, in the feed's order, without repetitions. */
  categories: string[];
  enclosures: Enclosure[];
  picture: Picture | null;
  /** Address against which the relative links in summary and content are read, or null. */
  base: string | null;
}

/** What a document says of its feed. */
export interface FeedInfo {
  title: string | null;
  /** Address of the site that the feed belongs to. */
  link: string | null;
  language: string | null;
  /** The feed's own identifier (Atom id), or null. */
  id: string | null;
  description: string | null;
  /** Licence or copyright text, or null. */
  rights: string | null;
  /** How long the publisher wants a copy kept: minutes (`ttl`), hours of the day in UTC (`skipHours`), weekdays. */
  ttlMinutes: number | null;
  skipHours: number[];
  skipDays: string[];
}

/** What is known of a document beside its bytes. */
export interface DocumentOrigin {
  /** Id of the configured feed, for the issues. */
  feed: string;
  /** HTTP Content-Type as received, or null. */
  contentType: string | null;
  /** Address the document came from, or null. */
  base: string | null;
  /** IANA zone of dates that name none; UTC when absent. */
  timeZone?: string | undefined;
  /** Language of the feed by configuration; wins over what the document says. */
  language?: string | undefined;
}

/** How a document was understood. */
export interface DocumentForm {
  /** Encoding of its text, such as `utf-8` or `gb18030`, and what told it. */
  encoding: string;
  encodingFrom: 'bom' | 'nul' | 'escapes' | 'utf-8' | 'http' | 'xml' | 'detected';
  /** Null for what is no feed. */
  format: 'rss' | 'atom' | 'json' | null;
}

/** One document, read. `items` is in the document's order; a damaged document has items and issues both. */
export interface FeedDocument {
  feed: FeedInfo;
  items: Item[];
  issues: Issue[];
  /** When the document is a web page that names its feeds: their absolute addresses, best first. */
  feedLinks: string[];
  reading: DocumentForm;
}
