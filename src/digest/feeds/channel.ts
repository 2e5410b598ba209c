/** A feed that we publish, the same for every format. Addresses are absolute. */
export interface FeedChannel {
  title: string;
  description: string;
  /** The page that shows the same. */
  link: string;
  /** The feed itself. */
  self: string;
  /** BCP 47 tag. */
  language: string;
  /** A PNG of 144 by 144 pixels. */
  image: string;
  /** What the one source of the feed says of copyright or licence; null for a feed of several. */
  rights: string | null;
  /** Its place in an archive (RFC 5005); null for a feed that has none. */
  archive: {
    /** The next older document, null for the oldest. */
    previous: string | null;
    /** The feed that people subscribe to; null for that feed itself. */
    current: string | null;
    /** Whether this document never changes again. */
    closed: boolean;
  } | null;
}
