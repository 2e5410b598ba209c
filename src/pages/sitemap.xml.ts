import { sitemap } from '../paper/crawlers.ts';
import { openPaper } from '../paper.ts';

export const GET = async () => new Response(sitemap(await openPaper()));
