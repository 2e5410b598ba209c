/** The settings of a feed for the cleaning of its items. `{}` is valid. */
export interface CleaningOptions {
  /**
   * What to remove besides what the rules remove: CSS selectors (`.newsletter`, `#follow`, `p.note`, `[data-ad]`) or
   * phrases. A block that contains a phrase is removed whole.
   */
  remove?: readonly string[] | undefined;
  /** What to keep whatever the rules say, in the same form. */
  keep?: readonly string[] | undefined;
  /** Chinese script to convert the text to. */
  convert?: 'hans' | 'hant' | undefined;
  /** Words that the conversion does not change. */
  keepWords?: readonly string[] | undefined;
}
