import { withoutPictures } from '../clean/picture/omit.ts';
import { type PictureCopy, type PicturePolicy, showPicture, showPictures } from '../clean/picture-policy.ts';
import type { Config, SiteConfig } from '../config/schema.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { isPictureAddress } from '../text/picture-address.ts';
import { isListedHost, isPrivateHost } from '../text/private-host.ts';
import { monthOf } from './day.ts';
import { shownAs } from './former-feeds.ts';

/**
 * How the pictures of items are shown, on pages, in feeds and in books alike. Files at addresses of private networks are
 * shown nowhere.
 */
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
export function isPictureFile({ type, url }: PlacedItem['enclosures'][number]): boolean {
  return type === null ? isPictureAddress(url) === true : /^image(?:\/|$)/i.test(type);
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
  const spared = sparedHosts(config);
  const isOutOfReach = (address: string) =>
    !isOwnAddress(address, siteUrl) && isPrivateAddress(address, spared);
  return {
    copies,
    lead: (item) =>
      isOutOfReach(item.picture?.url ?? '') ? null : showPicture(item.picture, policyOf(item)),
    body: (item, html) => showPictures(withoutPictures(html, isOutOfReach), policyOf(item)),
    files: (item) =>
      item.enclosures.flatMap((file) =>
        isOutOfReach(file.url) ? [] : (shownFile(file, policyOf(item)) ?? []),
      ),
  };
}

/**
 * The private hosts whose files are shown: those of `pull.allowPrivateHosts` that a feed of the configuration is read
 * from. A public feed must not make readers' browsers ask for anything in the networks they are in.
 */
export function sparedHosts({ feeds, pull }: Config): string[] {
  const urls = feeds.flatMap(({ url }) => URL.parse(url) ?? []);
  return pull.allowPrivateHosts.filter((host) => urls.some((url) => isListedHost(url, [host])));
}

function isPrivateAddress(address: string, spared: readonly string[]): boolean {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return isPrivateHost(url.hostname) && !isListedHost(url, spared);
}

function shownFile(file: PlacedItem['enclosures'][number], policy: PicturePolicy) {
  if (!isPictureFile(file)) return file;
  const shown = showPicture({ url: file.url, width: null, height: null, alt: null }, policy);
  if (shown === null || shown.url === file.url) return shown && file;
  // The picture service may convert it to another format.
  return { url: shown.url, type: policy.kind === 'local' ? 'image/webp' : file.type, length: null };
}
