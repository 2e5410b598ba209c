import type { RSSFeedItem, RSSOptions } from '@astrojs/rss';
import type { Config } from '../../config.ts';
import { instantOf } from '../edition.ts';
import { guidOf } from '../guid.ts';
import type { Permalinks } from '../permalink.ts';
import type { PlacedItem } from '../stored-item.ts';
import { xmlAttribute, xmlEscape, xmlText } from './xml-text.ts';

/** One feed that we publish. */
export interface RssChannel {
  title: string;
  description: string;
  /** Absolute address of the page that shows the same. */
  link: string;
  /** Absolute address of the feed itself. */
  self: string;
  /** BCP 47 tag. */
  language: string;
}

/** An item with its cleaned body. */
export interface FeedEntry {
  item: PlacedItem;
  body: string;
}

/** How long readers may keep a copy, in minutes: an edition a day, looked for a few times. */
const ttlMinutes = 180;

/**
 * What `@astrojs/rss` is to write. It sanitises nothing and reads `customData` with numbers guessed, so all text
 * passes `xmlText` first and guids are `urn:` names. Entries come in the order they are to have.
 */
export function toRssOptions(
  channel: RssChannel,
  entries: readonly FeedEntry[],
  config: Config,
  links: Permalinks,
): RSSOptions {
  const newest = entries.map(({ item }) => instantOf(item)).reduce((a, b) => (a > b ? a : b), '');
  return {
    title: xmlText(channel.title),
    description: xmlText(channel.description),
    site: channel.link,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
    },
    customData: [
      `<language>${xmlEscape(channel.language)}</language>`,
      newest === '' ? '' : `<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>`,
      `<ttl>${ttlMinutes}</ttl>`,
      '<generator>Broadsheet</generator>',
      `<atom:link href="${xmlAttribute(channel.self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: entries.map(({ item, body }) => toRssItem(item, body, config, links)),
  };
}

function toRssItem(item: PlacedItem, body: string, config: Config, links: Permalinks): RSSFeedItem {
  const feed = config.feeds.find(({ id }) => id === item.feed);
  const enclosure = item.enclosures[0];
  return {
    title: xmlText(item.title),
    link: item.link ?? links.absolute(links.item(item)),
    pubDate: new Date(instantOf(item)),
    description: xmlText(item.excerpt),
    content: xmlText(body),
    categories: item.categories.map(xmlText).filter((category) => category !== ''),
    ...(feed ? { source: { url: feed.url, title: xmlText(feed.title ?? feed.id) } } : {}),
    ...(enclosure
      ? {
          enclosure: {
            url: enclosure.url,
            type: enclosure.type ?? 'application/octet-stream',
            length: enclosure.length ?? 0,
          },
        }
      : {}),
    customData: [
      `<guid isPermaLink="false">${guidOf(item.name)}</guid>`,
      creator(item.author),
      item.picture ? mediaContent(item.picture) : '',
    ].join(''),
  };
}

/** `@astrojs/rss` would turn a name that is nothing but a number into another number: better none. */
function creator(author: string | null): string {
  const name = author === null ? '' : xmlEscape(author).trim();
  return !Number.isNaN(Number(name)) || /^(true|false)$/i.test(name)
    ? ''
    : `<dc:creator>${name}</dc:creator>`;
}

function mediaContent(picture: NonNullable<PlacedItem['picture']>): string {
  const size = picture.width && picture.height ? ` width="${picture.width}" height="${picture.height}"` : '';
  return `<media:content url="${xmlAttribute(picture.url)}" medium="image"${size}/>`;
}
