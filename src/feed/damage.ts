/** What happened to an entry whose bytes are not as they should be. */
export interface Damage {
  /**
   * `cut`: the document ends in the middle of it. `broken`: tags are missing or misspelt. `deep`: nested beyond reason.
   * `lost`: its own start is missing, so that nothing of it can be told from what stands around it.
   */
  kind: 'cut' | 'broken' | 'deep' | 'lost';
  /** Which entry, counted from 1; 0 for the feed's own part. */
  entry: number;
  /** Whether the entry was left out. */
  dropped: boolean;
}
