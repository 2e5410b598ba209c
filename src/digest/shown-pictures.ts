import { type PictureCopy, type PicturePolicy, showPicture, showPictures } from '../clean/picture-policy.ts';
import type { Config, SiteConfig } from '../config/schema.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { monthOf } from './day.ts';
import { shownAs } from './former-feeds.ts';

/** How the pictures of items are shown, on pages, in feeds and in books alike. */
export interface ShownPictures {
  /** The lead picture of an item; null when none is shown. */
  lead: (item: PlacedItem) => PlacedItem['picture'];
  /** An item's cleaned body, with the addresses of its pictures changed to where they are loaded from. */
  body: (item: PlacedItem, html: string) => string;
  /** The enclosures of an item; those that are pictures follow the setting for pictures. */
  files: (item: PlacedItem) => PlacedItem['enclosures'];
  copies: CopiesByMonth;
}

/**
 * Own copies of pictures, by month (`YYYY-MM`) of the item and address of the original: a month uses
 * its own copies only, so that it can be built without the other months.
 */
export type CopiesByMonth = ReadonlyMap<string, ReadonlyMap<string, PictureCopy>>;

type Setting = SiteConfig['pictures'];

/** The picture setting of a feed; the setting of the site when the feed has none of its own. */
export function pictureSetting(feed: string, config: Config): Setting {
  return shownAs(feed, config).pictures ?? config.site.pictures;
}

/** Every picture setting in use, including those of feeds that have left the configuration. */
export function pictureSettings({ feeds, former = [], site }: Config): Set<Setting> {
  return new Set([site.pictures, ...[...feeds, ...former].flatMap(({ pictures }) => pictures ?? [])]);
}

/** Whether an address is on the site's own host, over http or https. */
export function isOwnAddress(address: string, siteUrl: string): boolean {
  return URL.parse(address)?.host === new URL(siteUrl).host;
}

/** Whether an enclosure is a picture. */
export function isPictureFile({ type }: PlacedItem['enclosures'][number]): boolean {
  return type?.toLowerCase().startsWith('image/') ?? false;
}

export function shownPictures(config: Config, siteUrl: string, copies: CopiesByMonth): ShownPictures {
  const all = [...(config.former ?? []), ...config.feeds];
  const settings = new Map(all.map(({ id, pictures }) => [id, pictures]));
  const policyOf = ({ feed, day }: PlacedItem): PicturePolicy => {
    const kind = settings.get(feed) ?? config.site.pictures;
    if (kind === 'local') return { kind, copies: copies.get(monthOf(day)) ?? new Map() };
    if (kind !== 'proxy') return { kind };
    return { kind, template: config.pictures.proxy, isOwn: (address) => isOwnAddress(address, siteUrl) };
  };
  return {
    copies,
    lead: (item) => showPicture(item.picture, policyOf(item)),
    body: (item, html) => showPictures(html, policyOf(item)),
    files: (item) => item.enclosures.flatMap((file) => shownFile(file, policyOf(item)) ?? []),
  };
}

function shownFile(file: PlacedItem['enclosures'][number], policy: PicturePolicy) {
  if (!isPictureFile(file)) return file;
  const shown = showPicture({ url: file.url, width: null, height: null, alt: null }, policy);
  if (shown === null || shown.url === file.url) return shown && file;
  // The picture service may convert it to another format.
  return { url: shown.url, type: policy.kind === 'local' ? 'image/webp' : file.type, length: null };
}
