import type { RSSFeedItem, RSSOptions } from '@astrojs/rss';
import type { FeedChannel } from './channel.ts';
import type { FeedEntry } from './entry.ts';
import { EPISODE_NAMESPACES, episodeElements } from './episode-elements.ts';
import { fileSize, mediaType } from './files.ts';
import { inertText, xmlAttribute, xmlEscape } from './xml-text.ts';

/** How long readers may cache the feed, in minutes: there is one edition a day, so a few requests a day suffice. */
const ttlMinutes = 180;

/** How long readers may cache a document of the archive, in minutes: a week, since it never changes. */
const archiveTtlMinutes = 7 * 24 * 60;

/**
 * The input of `@astrojs/rss`. It sanitises nothing, so all text of `entries` must already be fit for XML. It parses
 * `customData` and turns text into numbers, so guids are `urn:` names and an author it would change is left out.
 * `entries` are in their final order.
 */
export function toRssOptions(channel: FeedChannel, entries: readonly FeedEntry[]): RSSOptions {
  const newest = entries.map(({ publishedAt }) => publishedAt).reduce((a, b) => (a > b ? a : b), '');
  return {
    title: inertText(channel.title),
    description: inertText(channel.description),
    site: channel.link,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
      ...(entries.some(({ episode }) => episode !== null) ? EPISODE_NAMESPACES : {}),
      ...(channel.archive?.closed ? { fh: 'http://purl.org/syndication/history/1.0' } : {}),
    },
    customData: [
      `<language>${xmlEscape(channel.language)}</language>`,
      element('copyright', channel.rights === null ? null : inertText(channel.rights)),
      newest === '' ? '' : `<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>`,
      `<ttl>${channel.archive?.closed ? archiveTtlMinutes : ttlMinutes}</ttl>`,
      '<generator>Broadsheet</generator>',
      imageElement(channel),
      atomLink('self', channel.self),
      ...archiveParts(channel.archive),
    ].join(''),
    items: entries.map(toRssItem),
  };
}

/** Readers assume 88 by 31 pixels unless the element gives a size; RSS allows at most 144. */
function imageElement({ image, title, link }: FeedChannel): string {
  const parts = [
    `<url>${xmlEscape(image)}</url>`,
    `<title>${xmlEscape(inertText(title))}</title>`,
    `<link>${xmlEscape(link)}</link>`,
    '<width>144</width><height>144</height>',
  ];
  return `<image>${parts.join('')}</image>`;
}

/** The links of RFC 5005, and the mark of a document that never changes. */
function archiveParts(archive: FeedChannel['archive']): string[] {
  return [
    archive?.current ? atomLink('current', archive.current) : '',
    archive?.previous ? atomLink('prev-archive', archive.previous) : '',
    archive?.closed ? '<fh:archive/>' : '',
  ];
}

function toRssItem(entry: FeedEntry): RSSFeedItem {
  const [enclosure, ...files] = entry.enclosures;
  return {
    title: entry.title,
    link: entry.link,
    pubDate: new Date(entry.publishedAt),
    // Readers take a description for HTML.
    description: entry.whole ? xmlEscape(entry.summary) : entry.html,
    ...(entry.whole ? { content: entry.html } : {}),
    categories: entry.categories,
    ...(entry.source ? { source: { url: entry.source.url, title: entry.source.name } } : {}),
    ...(enclosure
      ? {
          enclosure: {
            url: enclosure.url,
            type: mediaType(enclosure),
            length: fileSize(enclosure.length),
          },
        }
      : {}),
    customData: [
      `<guid isPermaLink="false">${entry.guid}</guid>`,
      ...entry.authors.map((name) => element('dc:creator', name)),
      element('dc:language', entry.language),
      element('dc:rights', entry.rights),
      entry.updatedAt === null ? '' : `<atom:updated>${entry.updatedAt}</atom:updated>`,
      entry.picture ? pictureElement(entry.picture) : '',
      // RSS has room for one enclosure.
      ...files.map(fileElement),
      episodeElements(entry),
    ].join(''),
  };
}

/** An element with text; '' for no text and for text that `@astrojs/rss` would read as a number or a boolean. */
function element(name: string, text: string | null): string {
  const inner = xmlEscape(text ?? '').trim();
  const isGuessed = !Number.isNaN(Number(inner)) || /^(true|false)$/i.test(inner);
  return isGuessed ? '' : `<${name}>${inner}</${name}>`;
}

function atomLink(rel: string, href: string): string {
  return `<atom:link href="${xmlAttribute(href)}" rel="${rel}" type="application/rss+xml"/>`;
}

function pictureElement({ url, width, height }: NonNullable<FeedEntry['picture']>): string {
  const size = width && height ? ` width="${width}" height="${height}"` : '';
  return `<media:content url="${xmlAttribute(url)}" medium="image"${size}/>`;
}

function fileElement(file: FeedEntry['enclosures'][number]): string {
  const size = fileSize(file.length);
  const bytes = size > 0 ? ` fileSize="${size}"` : '';
  return `<media:content url="${xmlAttribute(file.url)}" type="${xmlAttribute(mediaType(file))}"${bytes}/>`;
}
