import type { APIRoute } from 'astro';
import { makeEpub } from '../../paper/epub/book.ts';
import { editionBook, editionsWithBooks } from '../../paper/epub/edition-book.ts';
import { openPaper, portableBody } from '../../paper.ts';

export async function getStaticPaths() {
  return editionsWithBooks(await openPaper()).map(({ day }) => ({ params: { day } }));
}

/** An edition as an EPUB file. */
export const GET: APIRoute = async ({ params }) => {
  const paper = await openPaper();
  const edition = paper.recent.find(({ day }) => day === params['day']);
  if (edition === undefined) throw new Error(`no edition of ${params['day']}`);
  const book = await editionBook(paper, edition, async (item) => (await portableBody(item)).html);
  return new Response(makeEpub(book), {
    headers: { 'content-type': 'application/epub+zip' },
  });
};
