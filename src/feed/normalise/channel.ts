import { languageTag } from '../../text/language.ts';
import { textOfHtml } from '../../text/text-of-html.ts';
import type { DocumentOrigin, FeedInfo } from '../item.ts';
import { all, attribute, first, firstText, type RawElement } from '../raw-element.ts';
import { addressIn } from './addresses.ts';
import { givenId } from './ids.ts';
import { siteLink } from './links.ts';
import { plainOf } from './markup.ts';
import { givenTitle } from './titles.ts';

/** What a document says about its feed. */
export function channel(feed: RawElement, origin: DocumentOrigin): FeedInfo {
  const base = attribute(feed, 'base') ?? origin.base;
  const description = first(
    feed,
    'core:description',
    'core:subtitle',
    'core:tagline',
    'dc:description',
    'itunes:summary',
  );
  const rights = first(feed, 'core:rights', 'core:copyright', 'dc:rights', 'dcterms:rights');
  const movedTo = addressIn(firstText(feed, 'itunes:new-feed-url'), base);
  const ttl = firstText(feed, 'core:ttl');
  return {
    title: givenTitle(feed),
    link: siteLink(feed, base),
    language: languageTag(origin.language) ?? documentLanguage(feed),
    id: givenId(feed, base),
    description: description ? textOfHtml(description.text) || null : null,
    rights: rights ? plainOf(rights) : null,
    ttlMinutes: ttl !== null && /^\d{1,6}$/.test(ttl) ? Number(ttl) : null,
    ...(movedTo === null ? {} : { movedTo }),
    skipHours: all(feed, 'core:skiphours')
      .flatMap((list) => all(list, 'core:hour'))
      .map((hour) => Number(hour.text))
      .filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24)
      .map((hour) => hour % 24),
    skipDays: all(feed, 'core:skipdays')
      .flatMap((list) => all(list, 'core:day'))
      .map((day) => day.text.trim())
      .filter((day) => /^\w+day$/i.test(day)),
  };
}

function documentLanguage(feed: RawElement): string | null {
  return languageTag(firstText(feed, 'core:language', 'dc:language') ?? attribute(feed, 'lang'));
}
