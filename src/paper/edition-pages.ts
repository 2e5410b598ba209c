import type { EditionCount } from '../digest/almanac.ts';
import { monthOf } from '../digest/day.ts';
import type { Edition } from '../digest/edition.ts';
import { instantOf } from '../digest/instant.ts';
import { listedTellings } from '../digest/tellings.ts';
import type { Texts } from '../i18n/texts.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { type Angle, anglesOf } from './angles.ts';
import { countsOf, type Neighbours, neighboursIn } from './archive.ts';
import { type CalendarMonth, calendarMonth } from './calendar.ts';
import { type EditionLayout, layOut } from './edition-layout.ts';
import { type Paper, readingOrder } from './make-paper.ts';

export interface EditionPage extends Neighbours<EditionCount> {
  edition: Edition;
  layout: EditionLayout;
  /** The month it belongs to. */
  calendar: CalendarMonth;
}

/** The page of an edition: of the given day, or of the latest. Null when there is none, or when it is not open. */
export function editionPage({ almanac, editions, config }: Paper, day?: string): EditionPage | null {
  const index = day === undefined ? almanac.length - 1 : almanac.findIndex((each) => each.day === day);
  const edition = editions.find((each) => each.day === almanac[index]?.day);
  const layout = edition === undefined ? null : layOut(edition, config);
  if (edition === undefined || layout === null) return null;
  const month = monthOf(edition.day);
  const ofMonth = almanac.filter((other) => monthOf(other.day) === month);
  return {
    edition,
    layout,
    calendar: calendarMonth(month, countsOf(ofMonth)),
    ...neighboursIn(almanac, index),
  };
}

export interface ArticlePage extends Neighbours<PlacedItem> {
  item: PlacedItem;
  edition: Edition;
  /** The angles of its story from other feeds, one of each. */
  others: Angle[];
  /** Further angles from its own feed. */
  ownOthers: Angle[];
  /** Items that carry the same article. */
  same: PlacedItem[];
  /** What the day before told of the story. */
  earlier: PlacedItem | null;
}

/** The page of an article: the item and its context. Null when no open edition has an item of that name. */
export function articlePage(paper: Paper, name: string): ArticlePage | null {
  const place = paper.places.get(name);
  if (place === undefined) return null;
  const { item, edition, story } = place;
  const row = readingOrder(edition);
  const tellings = anglesOf(story);
  const own = tellings.find((telling) => telling.item === item || telling.same.includes(item));
  const rest = tellings.filter((telling) => telling !== own);
  const listed = listedTellings(item, rest, (telling) => telling.item);
  const same = own === undefined ? [] : [own.item, ...own.same].filter((other) => other !== item);
  return {
    item,
    edition,
    others: listed.byOthers,
    ownOthers: listed.byItself,
    same: listedTellings(item, same, (other) => other).byOthers,
    earlier: paper.places.get(story.continues ?? '')?.story.lead ?? null,
    ...neighboursIn(row, row.indexOf(item)),
  };
}

/** The line at the head of an edition: its number, and how much there is to read. */
export function editionLine(edition: Edition, texts: Texts): { number: string; tally: string } {
  const words = texts.edition;
  return {
    number: words.number(edition.number.toLocaleString(texts.locale)),
    tally: `${words.tally(edition.items, edition.sources)} · ${words.minutes(edition.minutes)}`,
  };
}

/** The items of an edition by time, the latest first. */
export function byTime(edition: Edition): PlacedItem[] {
  return readingOrder(edition).sort((a, b) => (instantOf(a) < instantOf(b) ? 1 : -1));
}
