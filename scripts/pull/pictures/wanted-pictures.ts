import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureAddresses } from '../../../src/clean/picture-policy.ts';
import type { Config } from '../../../src/config/schema.ts';
import { dayOf, shiftDay } from '../../../src/digest/day.ts';
import { withFormerFeeds } from '../../../src/digest/former-feeds.ts';
import { shownBody } from '../../../src/digest/republish.ts';
import { isOwnAddress, isPictureFile, pictureSetting } from '../../../src/digest/shown-pictures.ts';
import { shownItems } from '../../../src/digest/volume.ts';
import { readStates } from '../../../src/paper/read-content.ts';
import { parseItemFile } from '../../../src/store/item-file.ts';
import { dayFolder } from '../../../src/store/item-path.ts';
import type { PlacedItem } from '../../../src/store/stored-item.ts';
import { readIfExists } from '../../store/read-if-exists.ts';

/** A picture of an article, of which the configuration wants a copy. */
export interface WantedPicture {
  /** Absolute address of the original. */
  url: string;
  feed: string;
  /** The day of the article, `YYYY-MM-DD`. */
  day: string;
  /** The original of the article, null when it has none. */
  article: string | null;
}

export interface PicturesRequest {
  config: Config;
  content: string;
  siteUrl: string;
  now: Date;
}

/**
 * The pictures to copy that the pages and feeds of the last `keepDays` days show, newest day first; a picture in two
 * months is listed for each.
 */
export async function wantedPictures(request: PicturesRequest): Promise<WantedPicture[]> {
  const { content, siteUrl, now } = request;
  const config = withFormerFeeds(request.config, (await readStates(content)).states);
  const today = dayOf(now, config.site.timeZone);
  const wanted = new Map<string, WantedPicture>();
  for (let back = 0; back < config.pictures.keepDays; back += 1) {
    for (const { item, body } of await articlesOf(shiftDay(today, -back), config, content)) {
      for (const url of picturesOf(item, body, config)) {
        const { feed, day, link: article } = item;
        const key = `${day.slice(0, 7)} ${url}`;
        if (!isOwnAddress(url, siteUrl) && !wanted.has(key)) wanted.set(key, { url, feed, day, article });
      }
    }
  }
  return [...wanted.values()];
}

interface Article {
  item: PlacedItem;
  body: string;
}

/** The articles of a day whose feeds want copies, in the order of their names; without those that cannot be read. */
async function articlesOf(day: string, config: Config, content: string): Promise<Article[]> {
  const folder = join(content, 'items', dayFolder(day));
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.md')).sort();
  const bodies = new Map<string, string>();
  const items: PlacedItem[] = [];
  for (const file of names) {
    const read = parseItemFile((await readIfExists(join(folder, file))) ?? '');
    if ('problem' in read || pictureSetting(read.item.feed, config) !== 'local') continue;
    const name = file.slice(0, -'.md'.length);
    bodies.set(name, read.body);
    items.push({ ...read.item, day, name });
  }
  return shownItems(items, config).map((item) => ({ item, body: bodies.get(item.name) ?? '' }));
}

function picturesOf(item: PlacedItem, body: string, config: Config): string[] {
  const files = item.enclosures.filter(isPictureFile).map(({ url }) => url);
  const lead = item.picture === null ? [] : [item.picture.url];
  return [...lead, ...pictureAddresses(shownBody(item, body, config).html), ...files];
}
