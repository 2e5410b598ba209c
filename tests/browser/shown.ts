/** What the trap shows: a page of the site, a document, or pieces of HTML that are put into an empty document. */
export type Shown = { address: string } | { document: string } | { inner: readonly string[] };
