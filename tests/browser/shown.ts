/** A page of the site; HTML as a document of its own; pieces of HTML put into an empty document, as readers do. */
export type Shown = { address: string } | { document: string } | { inner: readonly string[] };
