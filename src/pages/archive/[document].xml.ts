import { hasOlder, olderFeed } from '../../paper/feeds.ts';
import { openPaper } from '../../paper.ts';

/** `/archive/rss.xml`, exists only while open months have entries that the live feed no longer carries. */
export async function getStaticPaths() {
  return (await hasOlder(await openPaper())) ? [{ params: { document: 'rss' } }] : [];
}

export const GET = async () => olderFeed(await openPaper());
