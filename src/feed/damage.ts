/** What is damaged in a document and which entries it affects. Entries are counted from 1; 0 is the feed's own part. */
export interface Damage {
  /** Entries that were read, with fields missing or repaired. */
  partial: number[];
  /** Entries left out because what remains of them does not identify them. */
  dropped: number[];
  /** How many entries could not be read at all, such as one whose beginning is missing. */
  lost: number;
  /** Whether the end of the document is missing. */
  cut: boolean;
}

export const UNHARMED: Damage = { partial: [], dropped: [], lost: 0, cut: false };
