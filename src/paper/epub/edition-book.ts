import type { Edition } from '../../digest/edition.ts';
import { instantOf } from '../../digest/instant.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import { direction } from '../../text/language.ts';
import { type Paper, readingOrder } from '../make-paper.ts';
import { sourceName } from '../sources.ts';
import type { Book, Chapter } from './chapter.ts';
import { toXhtml } from './xhtml.ts';

/** How many of the latest editions are offered as books. */
const BOOKS = 7;

export function editionsWithBooks({ recent }: Paper): Edition[] {
  return recent.slice(-BOOKS).reverse();
}

/** An edition as a book: one chapter for each item, in the order of the page. */
export async function editionBook(
  paper: Paper,
  edition: Edition,
  bodyOf: (item: PlacedItem) => Promise<string>,
): Promise<Book> {
  const { config, dates, links, texts } = paper;
  const { title, language } = config.site;
  const items = readingOrder(edition);
  return {
    identifier: links.absolute(links.edition(edition.day)),
    title: `${title} · ${dates.day(edition.day)}`,
    creator: title,
    language,
    direction: direction(language),
    modifiedAt: items
      .map(({ firstSeenAt, updatedAt }) => updatedAt ?? firstSeenAt)
      .reduce((a, b) => (a > b ? a : b)),
    contents: `${texts.edition.number(edition.number.toLocaleString(texts.locale))} · ${texts.edition.tally(edition.items, edition.sources)}`,
    chapters: await Promise.all(items.map(async (item) => chapterOf(paper, item, await bodyOf(item)))),
  };
}

function chapterOf({ config, dates, sources, texts }: Paper, item: PlacedItem, body: string): Chapter {
  const byline = [sourceName(sources, item.feed), item.author, dates.dateTime(instantOf(item))];
  return {
    name: item.name,
    title: item.title,
    byline: byline.filter((part) => part !== null).join(' · '),
    link: item.link,
    original: texts.article.original,
    language: item.language ?? config.site.language,
    direction: direction(item.language),
    body: toXhtml(body),
  };
}
