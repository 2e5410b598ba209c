import type { Issue } from '../issue.ts';

/** A file attached to an entry: a podcast episode, a video, a picture. */
export interface Enclosure {
  /** Absolute http(s) address. */
  url: string;
  /** Media type as given, else null. */
  type: string | null;
  /** Size in bytes as given, else null. */
  length: number | null;
}

/** The picture of an entry. Sizes are in pixels, or null when the feed does not give them. */
export interface Picture {
  url: string;
  width: number | null;
  height: number | null;
  alt: string | null;
}

/** What an entry says of itself as an episode of a podcast or a video; null where it says nothing. */
export interface Episode {
  seconds: number | null;
  season: number | null;
  number: number | null;
  kind: 'full' | 'trailer' | 'bonus' | null;
  explicit: boolean | null;
  /** Absolute http(s) address of its chapters, a JSON document. */
  chapters: string | null;
}

/** A picture that an entry gives beside its text. */
export interface EntryPicture extends Picture {
  /** Whose picture it is, as plain text, or null. */
  credit: string | null;
  /** Address of the film or recording that it stands for, or null. Equal to `url` when there is no picture of it. */
  plays: string | null;
}

/** One entry of a feed, normalised: the only form of an entry outside of `src/feed`. */
export interface Item {
  /** The entry's own identifier: guid or Atom id, else its link, else a hash of its content. Never empty. */
  id: string;
  /** Plain text, never empty: the entry's title, else its first words, else its link. */
  title: string;
  /** Absolute http(s) address of the original, or null. */
  link: string | null;
  /** ISO 8601 instants in UTC with milliseconds, or null when the entry has no readable date. */
  publishedAt: string | null;
  updatedAt: string | null;
  /** Plain text, the names of all authors joined with ", ". */
  author: string | null;
  /** The names one by one, when there are several. */
  authors?: string[];
  /** BCP 47 tag of the item's text: the entry's, else the feed's, else guessed from the script. */
  language: string | null;
  /** Teaser as HTML, not sanitised. */
  summary: string | null;
  /** Full text as HTML, not sanitised; null when the feed gives a summary only. */
  content: string | null;
  /** Whether `content` is the beginning of the article only, which goes on at its source; absent when not. */
  partial?: boolean;
  /** Plain text, in the feed's order, without duplicates. */
  categories: string[];
  enclosures: Enclosure[];
  picture: Picture | null;
  /** Only in entries that say something of it. */
  episode?: Episode;
  /** Pictures beside the text, films and recordings; absent when there are none. */
  pictures?: EntryPicture[];
  /** Whether the title was made of the text or of what else there is: absent for an entry with a title. */
  untitled?: true;
  /** Address that relative links in summary and content are resolved against, or null. */
  base: string | null;
}

/** What a document says about its feed. */
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
  /** The feed's new address, where it names one (`itunes:new-feed-url`). */
  movedTo?: string;
  /** When the publisher asks not to be polled: for minutes (`ttl`), at hours of the day in UTC, on weekdays. */
  ttlMinutes: number | null;
  skipHours: number[];
  skipDays: string[];
}

/** What is known about a document besides its bytes. */
export interface DocumentOrigin {
  /** Id of the configured feed, for the issues. */
  feed: string;
  /** HTTP Content-Type as received, or null. */
  contentType: string | null;
  /** Address the document came from, or null. */
  base: string | null;
  /** IANA time zone for dates without one; UTC when absent. */
  timeZone?: string | undefined;
  /** Configured language of the feed; it overrides the document's. */
  language?: string | undefined;
  /** Whether a feed that the document links to may be asked; all when absent. */
  mayAsk?: ((address: string) => boolean) | undefined;
}

/** Encoding and format that a document was read as. */
export interface DocumentForm {
  /** Encoding of its text, such as `utf-8` or `gb18030`, and what determined it (see `Decoded` in `decode.ts`). */
  encoding: string;
  encodingFrom: 'bom' | 'nul' | 'escapes' | 'utf-8' | 'http' | 'xml' | 'detected';
  /** Null when the document is not a feed. */
  format: 'rss' | 'atom' | 'json' | null;
}

/** One document, read. `items` are in the document's order; a damaged document has both items and issues. */
export interface FeedDocument {
  feed: FeedInfo;
  items: Item[];
  issues: Issue[];
  /** Absolute addresses of the feeds that a web page links to, best first; empty for a feed. */
  feedLinks: string[];
  reading: DocumentForm;
}
