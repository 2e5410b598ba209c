import type { APIContext } from 'astro';
import { topicFeed } from '../../../paper/feeds.ts';
import { paper } from '../../../paper.ts';

export async function getStaticPaths() {
  const { topics } = await paper();
  return topics.all.map((topic) => ({ params: { topic } }));
}

export const GET = async ({ params }: APIContext) => topicFeed(await paper(), params['topic'] ?? '');
