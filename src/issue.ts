/** The step between feed and page at which something went wrong. */
type Stage = 'fetch' | 'decode' | 'parse' | 'clean' | 'store' | 'press';

/**
 * Something that went wrong, as a value: a run collects these and goes on.
 * `message` says what happened and `hint` what to do, both in the words of somebody who does not program.
 * Neither may be trusted to be free of feed text: whoever prints one neutralises it first.
 */
export interface Issue {
  /** Feed id, or '' when the issue belongs to the run as a whole. */
  feed: string;
  stage: Stage;
  /** Short stable name for tests and tables, such as `timeout` or `html-instead-of-feed`. */
  code: string;
  message: string;
  hint: string;
}
