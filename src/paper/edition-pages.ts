import type { EditionCount } from '../digest/almanac.ts';
import { monthOf } from '../digest/day.ts';
import type { Edition, Story } from '../digest/edition.ts';
import { instantOf } from '../digest/instant.ts';
import { listedTellings } from '../digest/tellings.ts';
import type { Dates } from '../i18n/dates.ts';
import type { Texts } from '../i18n/texts.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { type Angle, anglesOf } from './angles.ts';
import { countsOf, type Neighbours, neighboursIn } from './archive.ts';
import { type Brief, briefOf } from './brief.ts';
import { type CalendarMonth, calendarMonth } from './calendar.ts';
import { type EditionLayout, layOut } from './edition-layout.ts';
import { type Paper, readingOrder } from './make-paper.ts';

export interface EditionPage extends Neighbours<EditionCount> {
  edition: Edition;
  layout: EditionLayout;
  brief: Brief | null;
  /** The month it belongs to. */
  calendar: CalendarMonth;
}

/** The page of an edition: of the given day, or of the latest. Null when there is none, or when it is not open. */
export function editionPage(
  { almanac, editions, config, pictures }: Paper,
  day?: string,
): EditionPage | null {
  const index = day === undefined ? almanac.length - 1 : almanac.findIndex((each) => each.day === day);
  const edition = editions.find((each) => each.day === almanac[index]?.day);
  const layout = edition === undefined ? null : layOut(edition, config, pictures);
  if (edition === undefined || layout === null) return null;
  const month = monthOf(edition.day);
  const ofMonth = almanac.filter((other) => monthOf(other.day) === month);
  return {
    edition,
    layout,
    brief: briefOf(edition),
    calendar: calendarMonth(month, countsOf(ofMonth)),
    ...neighboursIn(almanac, index),
  };
}

/** The editions before and after a day. */
export function daysAround({ almanac }: Paper, day: string): Neighbours<EditionCount> {
  const index = almanac.findIndex((each) => each.day === day);
  return index < 0 ? { previous: null, next: null } : neighboursIn(almanac, index);
}

/** `previous` and `next` are the first articles of the stories around its own, in the order of the edition. */
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
    ...storiesAround(edition, story),
  };
}

function storiesAround({ stories }: Edition, story: Story): Neighbours<PlacedItem> {
  const { previous, next } = neighboursIn(stories, stories.indexOf(story));
  return { previous: previous?.lead ?? null, next: next?.lead ?? null };
}

/** The line at the head of an edition: its number, and what it holds. */
export function editionLine(edition: Edition, texts: Texts): { number: string; tally: string } {
  const words = texts.edition;
  return {
    number: words.number(edition.number.toLocaleString(texts.locale)),
    tally: words.tally(edition.items, edition.sources),
  };
}

/** The items of an hour. `day` is null where it is that of the hour before. */
export interface Hour {
  day: string | null;
  /** `07:00`. */
  hour: string;
  items: PlacedItem[];
}

/** The items of an edition by the hour in the zone of the paper, the latest first. */
export function byHour(edition: Edition, dates: Dates): Hour[] {
  const items = readingOrder(edition).sort((a, b) => (instantOf(a) < instantOf(b) ? 1 : -1));
  const hours = Map.groupBy(items, (item) => dates.machine(instantOf(item)).slice(0, '2026-11-22T07'.length));
  let before = edition.day;
  return [...hours].map(([key, items]) => {
    const [day = '', hour = ''] = key.split('T');
    const isSame = day === before;
    before = day;
    return { day: isSame ? null : day, hour: `${hour}:00`, items };
  });
}
