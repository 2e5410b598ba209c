import { inventArticle, outlet } from './article.ts';
import { dressedHtml } from './dress.ts';

/**
 * An article as archives keep it that `npm run import` reads: a comment with the instant, the linked headline, a
 * line of dashes, the body on one line. Its folder is its outlet's.
 */
export function archivedFile(
  number: number,
  outlets: number,
  perDay: number,
): { path: string; text: string } {
  const article = inventArticle(outlet(number % outlets), Math.floor(number / outlets), perDay);
  const { title, link, publishedAt } = article;
  const html = dressedHtml(article).replaceAll('\n', ' ');
  return {
    path: `${article.outlet.id}/${100_000 + number}_${title.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').slice(0, 40)}.md`,
    text: `<!--${Date.parse(publishedAt)}-->\n[${title}](${link})\n------\n\n${html}\n`,
  };
}
