import { cut, oneLine } from '../../text/one-line.ts';
import { isPictureAddress, pictureKey, widthInAddress } from '../../text/picture-address.ts';
import { httpUrl } from '../../text/url.ts';
import type { EntryPicture, Picture } from '../item.ts';
import { all, attribute, firstText, type RawElement } from '../raw-element.ts';
import { addressIn } from './addresses.ts';
import { baseOf, rel } from './links.ts';
import { plainOf } from './markup.ts';

/** Smallest width and height, in pixels; smaller pictures are avatars, logos or tracking pixels. */
const SMALLEST = 90;
/** How many characters of a caption are kept. */
const LONGEST_WORDS = 1000;
/** How many pictures of an entry are kept. */
const MOST = 40;
/** Addresses of pictures of people beside their names. */
const AVATAR = /gravatar\.com\/avatar|\/avatars?\//i;
/** Old players, which have an address in a page of their own. */
const PLAYER = /^application\/x-shockwave-flash|^text\/html/;

/** The picture of an entry, or null: that of Media RSS, else of iTunes, else an enclosure that is a picture. */
export function picture(entry: RawElement, base: string | null): Picture | null {
  const { contents, thumbnails, others } = candidates(entry, base);
  const [first] = [...contents, ...thumbnails, ...others];
  if (!first) return null;
  const { url, width, height, alt } = first;
  return { url, width, height, alt };
}

/**
 * The pictures that an entry gives beside its text, each once in its widest size, and films and recordings with a poster.
 * `feed` is the feed of the entry: its own picture is none of the entry's.
 */
export function pictures(entry: RawElement, feed: RawElement, base: string | null): EntryPicture[] {
  const { contents, thumbnails, others, films } = candidates(entry, base);
  const ofFeed = new Set(
    all(feed, 'itunes:image', 'core:image', 'core:logo', 'core:icon').flatMap((element) => {
      const url = addressIn(address(element), base);
      return url ? [pictureKey(url)] : [];
    }),
  );
  const own = [...thumbnails.slice(0, 1), ...others].filter(({ url }) => !ofFeed.has(pictureKey(url)));
  const shown = widest([...contents, ...others.filter(({ isFile }) => isFile)]);
  const poster = widest(thumbnails)[0] ?? others.find((one) => !one.isFile && own.includes(one)) ?? null;
  const [film, ...more] = films;
  if (film) {
    const others = poster === null ? shown.slice(1) : shown;
    const first = played(film, poster ?? shown[0] ?? null);
    return [first, ...more.map((one) => played(one, null)), ...others.map(plain)].slice(0, MOST);
  }
  if (shown.length > 0) return shown.map(plain).slice(0, MOST);
  const [only] = widest(thumbnails.length > 0 ? thumbnails : own);
  return only && !ofFeed.has(pictureKey(only.url)) ? [plain(only)] : [];
}

/** A picture as found, and whether it is a file of its own and not made for another. */
interface Found extends EntryPicture {
  isFile: boolean;
}

const plain = ({ isFile: _, ...found }: Found): EntryPicture => found;

/** A film or a recording behind its poster; without one, `url` is that of the film itself. */
function played(film: Film, poster: Found | null): EntryPicture {
  const { url, title } = film;
  const bare = { url, width: null, height: null, credit: null };
  return { ...(poster ? plain(poster) : bare), alt: title ?? poster?.alt ?? null, plays: url };
}

interface Film {
  url: string;
  title: string | null;
}

interface Candidates {
  /** Pictures of Media RSS. */
  contents: Found[];
  thumbnails: Found[];
  /** Pictures of iTunes and of RSS, and enclosures that are pictures. */
  others: Found[];
  films: Film[];
}

function candidates(entry: RawElement, base: string | null): Candidates {
  const groups = all(entry, 'media:group');
  const holders = [
    entry,
    ...groups,
    ...all(entry, 'media:content'),
    ...groups.flatMap((group) => all(group, 'media:content')),
  ];
  const read = (elements: readonly RawElement[], around: RawElement, isFile: boolean) =>
    elements.flatMap((element) => found(element, around, base, isFile) ?? []);
  const ofGroups = groups.map((group) =>
    oneOfSizes(read(all(group, 'media:content').filter(isPicture), group, true)),
  );
  const files = [
    ...all(entry, 'core:enclosure'),
    ...all(entry, 'core:link').filter((link) => rel(link) === 'enclosure'),
  ];
  const contents = all(entry, 'media:content');
  return {
    contents: [...read(contents.filter(isPicture), entry, true), ...ofGroups.flat()],
    thumbnails: holders.flatMap((holder) => read(all(holder, 'media:thumbnail'), holder, false)),
    others: [
      ...read(all(entry, 'itunes:image', 'core:image', 'core:thumbnail'), entry, false),
      ...read(files.filter(isPicture), entry, true),
    ],
    films: distinct([
      ...[entry, ...contents].flatMap((holder) => films(all(holder, 'media:player'), base)),
      // A group holds forms of one thing: the first is enough.
      ...groups.flatMap((group) =>
        films([...all(group, 'media:player'), ...all(group, 'media:content').filter(isFilm)], base).slice(
          0,
          1,
        ),
      ),
      ...films([...contents, ...files].filter(isFilm), base),
    ]),
  };
}

/** Each film once: a player and a file of one entry that come one after another are the same. */
function distinct(films: readonly Film[]): Film[] {
  const known = new Set<string>();
  return films.filter(({ url }) => !known.has(url) && known.add(url));
}

function found(element: RawElement, around: RawElement, base: string | null, isFile: boolean): Found | null {
  const url = addressIn(address(element), baseOf(element, base));
  if (!url || isSmall(element) || AVATAR.test(url)) return null;
  return {
    url,
    width: pixels(element, 'width'),
    height: pixels(element, 'height'),
    alt: words(element, 'media:title', 'media:description', 'core:title'),
    credit:
      words(element, 'media:credit', 'media:copyright') ?? words(around, 'media:credit', 'media:copyright'),
    plays: null,
    isFile,
  };
}

function films(elements: readonly RawElement[], base: string | null): Film[] {
  return elements.flatMap((element) => {
    const url = addressIn(address(element), baseOf(element, base));
    return url ? [{ url, title: words(element, 'media:title') }] : [];
  });
}

/** One picture of a group whose pictures all have another width: a group holds forms of one thing. */
function oneOfSizes(group: Found[]): Found[] {
  const widths = new Set(group.map((one) => one.width));
  const isSizes = group.length > 1 && widths.size === group.length && !widths.has(null);
  return isSizes ? [group.reduce((best, one) => (widthOf(one) > widthOf(best) ? one : best))] : group;
}

const widthOf = ({ url, width }: Picture): number => width ?? widthInAddress(url) ?? 0;

/** Each picture once, in its widest size, in the order of their first sizes. */
function widest(all: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const one of all) {
    const key = pictureKey(one.url, one.width);
    const known = best.get(key);
    if (!known) best.set(key, one);
    else {
      const wider = widthOf(one) > widthOf(known) ? one : known;
      best.set(key, {
        ...wider,
        alt: wider.alt ?? one.alt ?? known.alt,
        credit: wider.credit ?? one.credit ?? known.credit,
      });
    }
  }
  return [...best.values()];
}

function isSmall(element: RawElement): boolean {
  return [pixels(element, 'width'), pixels(element, 'height')].some(
    (size) => size !== null && size < SMALLEST,
  );
}

/** Whether an element is a picture: by its medium or type, else by its ending, else because it has a size and no other sign. */
function isPicture(element: RawElement): boolean {
  const medium = attribute(element, 'medium')?.toLowerCase() ?? null;
  const type = attribute(element, 'type')?.toLowerCase() ?? null;
  if (medium !== null) return medium === 'image';
  if (type !== null && type !== 'application/octet-stream') return /^image(?:\/|$)/.test(type);
  const byAddress = isPictureAddress(httpUrl(address(element), 'https://relative.invalid/') ?? '');
  return byAddress ?? (attribute(element, 'width') !== null || all(element, 'media:credit').length > 0);
}

function isFilm(element: RawElement): boolean {
  const medium = attribute(element, 'medium')?.toLowerCase() ?? '';
  const type = attribute(element, 'type')?.toLowerCase() ?? '';
  if (medium !== '') return medium === 'video' || medium === 'audio';
  if (/^(?:video|audio)\//.test(type) || PLAYER.test(type)) return true;
  return (
    type === '' &&
    /\.(?:m4[av]|mov|mp[34]|og[agv]|opus|web[am])$/i.test(
      URL.parse(address(element) ?? '', 'https://relative.invalid/')?.pathname ?? '',
    )
  );
}

function address(element: RawElement): string | null {
  return (
    attribute(element, 'url') ?? attribute(element, 'href') ?? firstText(element, 'core:url') ?? element.text
  );
}

function pixels(element: RawElement, name: string): number | null {
  const text = attribute(element, name);
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}

/** The first text of these names as plain words, or null. */
function words(element: RawElement, ...names: string[]): string | null {
  for (const child of all(element, ...names)) {
    const said = plainOf(child);
    if (said) return cut(oneLine(said), LONGEST_WORDS);
  }
  return null;
}
