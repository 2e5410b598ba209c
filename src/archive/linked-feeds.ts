import { httpUrl } from '../text/url.ts';

/**
 * The feeds that an answer names in a way of its own site: the podcast directory of Apple in its JSON, and YouTube by
 * the number of a channel. Empty for other answers.
 * Source: https://performance-partners.apple.com/search-api
 */
export function linkedFeeds(text: string, url: string): string[] {
  const host = URL.parse(url)?.hostname ?? '';
  if (host === 'itunes.apple.com') return podcastFeeds(text);
  if (!/(?:^|\.)youtube\.com$/.test(host)) return [];
  const channel = /"(?:externalId|externalChannelId|channelId)":"(UC[\w-]{22})"/.exec(text)?.[1];
  return channel === undefined ? [] : [`https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`];
}

function podcastFeeds(text: string): string[] {
  try {
    const { results } = JSON.parse(text) as { results?: { feedUrl?: unknown }[] };
    return (results ?? []).flatMap(({ feedUrl }) =>
      typeof feedUrl === 'string' ? (httpUrl(feedUrl, null) ?? []) : [],
    );
  } catch {
    return [];
  }
}
