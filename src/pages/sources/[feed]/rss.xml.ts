import type { APIContext } from 'astro';
import { sourceFeed } from '../../../paper/feeds.ts';
import { openPaper } from '../../../paper.ts';

export async function getStaticPaths() {
  const { sources } = await openPaper();
  return [...sources.keys()].map((feed) => ({ params: { feed } }));
}

export const GET = async ({ params }: APIContext) => sourceFeed(await openPaper(), params['feed'] ?? '');
