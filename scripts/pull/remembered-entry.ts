import type { FeedState } from '../../src/store/feed-state.ts';
import type { NamedItem } from './named-item.ts';

/** What the state of a feed remembers of an entry. */
export type RememberedEntry = FeedState['recent'][number];

export function entryOf({ name, digest, traces, tries }: NamedItem, day: string): RememberedEntry {
  return { name, day, digest, ...traces, ...(tries === undefined ? {} : { tries }) };
}

/** For an entry that differs only in what no reader sees: what is remembered already, so that a pull leaves no trace. */
export function asRemembered(known: RememberedEntry, named: NamedItem): RememberedEntry {
  const traces = { ...named.traces, text: known.text ?? named.traces.text };
  return entryOf({ ...named, digest: known.digest, traces }, known.day);
}
