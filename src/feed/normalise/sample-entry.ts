import type { Item } from '../item.ts';
import { readDocument } from '../read.ts';

const NAMESPACES = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
].join(' ');

/** For tests: the item read from an RSS `<item>` with these fields. */
export function itemOfRss(fields: string, channel = ''): Promise<Item> {
  return only(`<rss version="2.0" ${NAMESPACES}><channel>${channel}<item>${fields}</item></channel></rss>`);
}

/** For tests: the item read from an Atom `<entry>` with these fields. */
export function itemOfAtom(fields: string, feed = ''): Promise<Item> {
  return only(
    `<feed xmlns="http://www.w3.org/2005/Atom" ${NAMESPACES}>${feed}<entry>${fields}</entry></feed>`,
  );
}

async function only(xml: string): Promise<Item> {
  const origin = { feed: 'test', contentType: null, base: 'https://host.example/feed/' };
  const { items } = await readDocument(Buffer.from(xml), origin);
  if (items.length !== 1 || !items[0]) throw new Error(`${items.length} items`);
  return items[0];
}
