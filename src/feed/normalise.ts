import { contentId } from './identity.ts';
import type { DocumentFacts, FeedInfo, Item } from './item.ts';
import { detectLanguage, languageTag } from './language.ts';
import { author } from './normalise/authors.ts';
import { bodies } from './normalise/bodies.ts';
import { categories } from './normalise/categories.ts';
import { channel } from './normalise/channel.ts';
import { dates } from './normalise/dates.ts';
import { enclosures } from './normalise/enclosures.ts';
import { baseOf, givenId, link as linkOf } from './normalise/links.ts';
import { picture } from './normalise/pictures.ts';
import { title as titleOf } from './normalise/titles.ts';
import { attribute, firstText, type RawDocument, type RawElement } from './raw.ts';
import { textOfHtml } from './text.ts';

/** Elements as the publisher wrote them into the feed and its items; entries that say nothing at all are left out. */
export function normalise(
  document: RawDocument,
  facts: DocumentFacts,
  atom: boolean,
): { feed: FeedInfo; items: Item[]; failed: number } {
  const feed = channel(document.feed, facts);
  const items: Item[] = [];
  let failed = 0;
  for (const entry of document.entries) {
    try {
      const read = item(entry, document.feed, feed, facts, atom);
      if (read) items.push(read);
    } catch {
      failed++;
    }
  }
  return { feed, items, failed };
}

function item(
  entry: RawElement,
  feed: RawElement,
  info: FeedInfo,
  facts: DocumentFacts,
  atom: boolean,
): Item | null {
  const base = baseOf(entry, baseOf(feed, facts.base));
  const { summary, content } = bodies(entry, base, atom);
  const files = enclosures(entry, base);
  const link = linkOf(entry, base);
  const html = content ?? summary;
  const id =
    givenId(entry, base) ??
    link ??
    files[0]?.url ??
    contentId(JSON.stringify([entry.children['core:title'] ?? null, html]));
  const title = titleOf(entry, html, link ?? files[0]?.url ?? null, id);
  return {
    id,
    title,
    link,
    ...dates(entry, facts.timeZone),
    author: author(entry, feed),
    language:
      languageTag(facts.language) ??
      languageTag(firstText(entry, 'core:language', 'dc:language') ?? attribute(entry, 'lang')) ??
      info.language ??
      detectLanguage(`${title} ${textOfHtml(html ?? '', 500)}`),
    summary,
    content,
    categories: categories(entry),
    enclosures: files,
    picture: picture(entry, base),
    base,
  };
}
