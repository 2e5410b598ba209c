import type { FeedState } from '../../src/store/feed-state.ts';
import { compareText } from '../../src/text/compare.ts';

/** Reasons why a feed got no answer that lie in the other feeds of its host. */
const turnedAway = /^(?:http-429|http-503|not-asked)$/;

/** The feeds that hosts had no time for lately, since the longest first, then the others as they are configured. */
export function longestWaitingFirst<Due extends { state: FeedState }>(due: readonly Due[]): Due[] {
  const since = ({ state: { failure } }: Due) =>
    failure !== null && turnedAway.test(failure.code) ? failure.since : 'later';
  return due.toSorted((a, b) => compareText(since(a), since(b)));
}
