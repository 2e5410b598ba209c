/** What the configuration of a feed says about its cleaning. `{}` is valid. */
export interface CleaningOptions {
  /**
   * What goes beside what the rules take: CSS selectors (`.newsletter`, `#follow`, `p.note`, `[data-ad]`) or
   * phrases; a block that holds a phrase goes whole.
   */
  remove?: readonly string[] | undefined;
  /** What stays whatever the rules say, written the same way. */
  keep?: readonly string[] | undefined;
  /** Chinese script to convert the text to. */
  convert?: 'hans' | 'hant' | undefined;
  /** Words that conversion leaves as they are. */
  keepWords?: readonly string[] | undefined;
}
