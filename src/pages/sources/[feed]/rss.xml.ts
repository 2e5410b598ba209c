import type { APIContext } from 'astro';
import { sourceFeed } from '../../../paper/feeds.ts';
import { paper } from '../../../paper.ts';

export async function getStaticPaths() {
  const { sources } = await paper();
  return [...sources.keys()].map((feed) => ({ params: { feed } }));
}

export const GET = async ({ params }: APIContext) => sourceFeed(await paper(), params['feed'] ?? '');
