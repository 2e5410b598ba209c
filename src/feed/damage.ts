/** Something in a document that is not as its format wants it, and what it cost. */
export interface Damage {
  /** `cut`: the text ends in the middle of it. `broken`: end tags are missing. `deep`: nested beyond reason. */
  kind: 'cut' | 'broken' | 'deep';
  /** Which entry, counted from 1; 0 for the feed's own part. */
  entry: number;
}
