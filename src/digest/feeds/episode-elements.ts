import type { FeedEntry } from './entry.ts';
import { feedAddress, xmlAttribute } from './xml-text.ts';

/** The namespaces of these elements, for a feed that has one. */
export const EPISODE_NAMESPACES = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
};

/**
 * What players read of an episode: Apple's `itunes` elements, and the chapters of Podcasting 2.0. `yes` and `no` are what
 * every version of Apple's rules and the feed validator of the W3C accept.
 */
export function episodeElements({ episode, picture }: Pick<FeedEntry, 'episode' | 'picture'>): string {
  if (episode === null) return '';
  const { seconds, season, number, kind, explicit } = episode;
  const chapters = feedAddress(episode.chapters);
  return [
    element('duration', seconds),
    element('season', season),
    element('episode', number),
    element('episodeType', kind),
    element('explicit', explicit === null ? null : explicit ? 'yes' : 'no'),
    picture === null ? '' : `<itunes:image href="${xmlAttribute(picture.url)}"/>`,
    chapters === null
      ? ''
      : `<podcast:chapters url="${xmlAttribute(chapters)}" type="application/json+chapters"/>`,
  ].join('');
}

function element(name: string, value: string | number | null): string {
  return value === null ? '' : `<itunes:${name}>${value}</itunes:${name}>`;
}
