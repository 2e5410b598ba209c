import { muteRuleProblem } from '../config/mute-rule.ts';
import { republishOf } from '../config/republish-of.ts';
import type { Config, FeedConfig, FormerFeed } from '../config/schema.ts';
import type { FeedState } from '../store/feed-state.ts';
import { restrictionsOf } from '../store/restrictions.ts';
import { compareText } from '../text/compare.ts';

/**
 * The configuration with the feeds that have left it: the restrictions that a feed had when it was last pulled hold for
 * its stored articles. Feeds of the configuration follow the configuration alone.
 */
export function withFormerFeeds(config: Config, states: readonly FeedState[]): Config {
  const listed = new Set(config.feeds.map(({ id }) => id));
  const former = states.flatMap(({ feed, restrictions }): FormerFeed[] => {
    if (restrictions === undefined || listed.has(feed)) return [];
    const { mute = [] } = restrictions;
    return [{ ...restrictions, id: feed, mute: mute.filter((rule) => muteRuleProblem(rule) === null) }];
  });
  return { ...config, former: former.sort((a, b) => compareText(a.id, b.id)) };
}

/** The settings that restrict what readers see of a feed, whether it is in the configuration or has left it. */
export function shownAs(
  feed: string,
  { feeds, former = [] }: Pick<Config, 'feeds' | 'former'>,
): Omit<FormerFeed, 'id'> {
  const listed = feeds.find(({ id }) => id === feed);
  if (listed !== undefined) return { ...listed, republish: republishOf(listed) };
  return former.find(({ id }) => id === feed) ?? {};
}

/** The state of a feed with its settings of today that restrict what readers see of it. */
export function withRestrictions({ restrictions: _, ...state }: FeedState, feed: FeedConfig): FeedState {
  const restrictions = restrictionsOf(feed);
  return restrictions === undefined ? state : { ...state, restrictions };
}
