import type { APIContext } from 'astro';
import { topicFeed } from '../../../paper/feeds.ts';
import { openPaper } from '../../../paper.ts';

export async function getStaticPaths() {
  const { topics } = await openPaper();
  return topics.all.map((topic) => ({ params: { topic } }));
}

export const GET = async ({ params }: APIContext) => topicFeed(await openPaper(), params['topic'] ?? '');
