import { hasOlder, olderFeed } from '../../paper/feeds.ts';
import { openPaper } from '../../paper.ts';

/** `/archive/rss.xml`, only while the live feed has left something behind in a month that has not closed. */
export async function getStaticPaths() {
  return (await hasOlder(await openPaper())) ? [{ params: { document: 'rss' } }] : [];
}

export const GET = async () => olderFeed(await openPaper());
