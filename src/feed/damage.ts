/** What is not as it should be in a document, and what it cost. Entries are counted from 1, 0 is the feed's own part. */
export interface Damage {
  /** Read, with fields missing or mended. */
  partial: number[];
  /** Left out: what was left of them could not be told from another entry. */
  dropped: number[];
  /** Entries whose beginning is missing, so that there is nothing to read them from. */
  lost: number;
  /** Whether the document breaks off before its end. */
  cut: boolean;
}

export const UNHARMED: Damage = { partial: [], dropped: [], lost: 0, cut: false };
