import { type FoundElement, strictly } from './test-feeds.ts';
import { htmlFaults } from './test-validity-html.ts';

/**
 * What the feed validator of the W3C (https://github.com/w3c/feedvalidator, `channel.py`, `item.py`, `image.py`,
 * `link.py`, `media.py`, `validators.py`) would find in an RSS document of ours: its rules for the elements that we
 * write, errors and warnings alike. Empty when there is nothing. `now` is when somebody would ask it.
 */
export function faultsOf(xml: string, now = new Date('2026-12-01')): string[] {
  const at = strictly(xml);
  const items = xml.split('<item>').slice(1);
  const guids = at('guid').map(({ text }) => text);
  const texts = ['title', 'description', 'copyright', 'category', 'source', 'dc:rights'].flatMap((name) =>
    at(name).filter(({ parent }) => name !== 'description' || parent === 'channel'),
  );
  const bodies = [...at('content:encoded'), ...at('description').filter(({ parent }) => parent === 'item')];
  const dates = [...at('pubDate'), ...at('lastBuildDate'), ...at('atom:updated')];
  return [
    ...placeFaults(at),
    ...once(at, ['title', 'description', 'link', 'language', 'ttl', 'generator', 'image'], 'channel'),
    ...(at('atom:link').some(({ attributes }) => attributes['rel'] === 'self') ? [] : ['no link to itself']),
    ...(new Set(guids).size === guids.length && guids.length === items.length ? [] : ['guids not unique']),
    ...guids.filter((guid) => !/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid)),
    ...items.filter((item) => item.indexOf('<description>') < 0).map(() => 'no description'),
    ...items.filter((item) => /<content:encoded>.*<description>/s.test(item)).map(() => 'content first'),
    ...(/<\/item><(?!item>|\/channel>)/.test(xml) ? ['channel goes on after its items'] : []),
    ...dates.filter((date) => isNoDate(date, now)).map(({ text }) => `date ${text}`),
    ...[...at('language'), ...at('dc:language')].filter(isNoLanguage).map(({ text }) => `language ${text}`),
    ...[...at('link'), ...at('url')].filter(({ text }) => !isAddress(text)).map(({ text }) => `link ${text}`),
    ...addresses(at).filter((address) => !isAddress(address)),
    ...at('enclosure')
      .filter(isBadFile)
      .map(() => 'enclosure'),
    ...at('media:content')
      .filter(isBadMedium)
      .map(() => 'media'),
    ...episodeFaults(at),
    ...imageFaults(at),
    ...texts.filter(({ text }) => spellsMarkup(text)).map(({ text }) => `markup in ${text}`),
    ...texts.filter(({ text }) => text.trim() === '').map(({ name }) => `${name} is blank`),
    ...bodies.flatMap(({ text }) => htmlFaults(text)),
    ...(hasBadCharacters(xml) ? ['characters that nobody means'] : []),
    ...(Buffer.byteLength(xml) > 5_000_000 ? ['larger than it reads'] : []),
  ];
}

type Finder = ReturnType<typeof strictly>;

/** What may stand where, with which attributes; a `*` marks what may stand there more than once. */
const children: Record<string, string> = {
  rss: 'channel',
  channel:
    'title description link language copyright lastBuildDate ttl generator image atom:link* fh:archive item*',
  image: 'url title link width height',
  item: `title link guid description pubDate content:encoded enclosure source category* dc:creator* dc:language
    dc:rights atom:updated media:content* itunes:duration itunes:season itunes:episode itunes:episodeType
    itunes:explicit itunes:image podcast:chapters`,
};
const attributes: Record<string, string> = {
  rss: 'version',
  guid: 'isPermaLink',
  source: 'url',
  enclosure: 'url length type',
  'atom:link': 'href rel type',
  'itunes:image': 'href',
  'podcast:chapters': 'url type',
  'media:content': 'url type medium width height fileSize',
};

function placeFaults(at: Finder): string[] {
  return at('*').flatMap(({ name, parent, siblings, attributes: given }) => {
    const allowed = children[parent]?.split(/\s+/) ?? [];
    const isIn = parent === '' || allowed.includes(name) || allowed.includes(`${name}*`);
    const isTwice = !allowed.includes(`${name}*`) && siblings.includes(name);
    const known = attributes[name]?.split(' ') ?? [];
    const unknown = Object.keys(given).filter((key) => !known.includes(key) && !key.startsWith('xmlns'));
    return [
      ...(isIn ? [] : [`${name} in ${parent}`]),
      ...(isTwice && parent === 'item' ? [`${name} twice`] : []),
      ...unknown.map((key) => `attribute ${key} of ${name}`),
    ];
  });
}

function once(at: Finder, names: string[], parent: string): string[] {
  return names.filter((name) => at(name).filter((element) => element.parent === parent).length !== 1);
}

/** RFC 822 with four digits of the year and the right day of the week, or RFC 3339; not before 1990, nor to come. */
function isNoDate({ name, text }: FoundElement, now: Date): boolean {
  const date = new Date(text);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1990 || date > now) return true;
  return (name === 'atom:updated' ? date.toISOString() : date.toUTCString()) !== text;
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function isNoLanguage({ text }: FoundElement): boolean {
  const [code = ''] = text.split('-');
  return !/^[a-z]{2,3}$/i.test(code) || languages.of(code) === undefined;
}

function isAddress(address: string): boolean {
  return /^https?:\/\/[^/]/.test(address) && /^[\w;/?:@&=+$.\-!~*'(),%#[\]]+$/.test(address);
}

function addresses(at: Finder): string[] {
  return ['atom:link', 'enclosure', 'media:content', 'source', 'itunes:image', 'podcast:chapters'].flatMap(
    (name) => at(name).map(({ attributes }) => attributes['href'] ?? attributes['url'] ?? ''),
  );
}

const mediaType = /^[\w.+-]+\/[\w.+-]+$/;

function isBadFile({ attributes }: FoundElement): boolean {
  return !/^\d+$/.test(attributes['length'] ?? '') || !mediaType.test(attributes['type'] ?? '');
}

function isBadMedium({ attributes: { type, medium, width, height, fileSize } }: FoundElement): boolean {
  const isCount = (text: string | undefined) => text === undefined || /^[1-9]\d*$/.test(text);
  const isKind = (type === undefined || mediaType.test(type)) && (medium === undefined || medium === 'image');
  return !isKind || ![width, height, fileSize].every(isCount);
}

/** `itunes.py`: positive integers, a duration, three kinds of episodes, and `yes`, `no` or `clean`. */
const episodeValues: Record<string, RegExp> = {
  'itunes:duration': /^\d+$|^(?:\d+:)?\d{1,2}:\d\d$/,
  'itunes:season': /^[1-9]\d*$/,
  'itunes:episode': /^[1-9]\d*$/,
  'itunes:episodeType': /^(?:full|trailer|bonus)$/,
  'itunes:explicit': /^(?:yes|no|clean)$/,
};

function episodeFaults(at: Finder): string[] {
  return Object.entries(episodeValues).flatMap(([name, value]) =>
    at(name).flatMap(({ text }) => (value.test(text) ? [] : [`${name} ${text}`])),
  );
}

/** The image repeats title and link of its channel, is a PNG, JPEG or GIF, and no wider than 144. */
function imageFaults(at: Finder): string[] {
  const of = (name: string, parent: string) => at(name).find((element) => element.parent === parent)?.text;
  const same = ['title', 'link'].every((name) => of(name, 'image') === of(name, 'channel'));
  const fits = Number(of('width', 'image')) <= 144 && Number(of('height', 'image')) <= 400;
  return same && fits && /\.(png|jpe?g|gif)$/.test(of('url', 'image') ?? '') ? [] : ['image'];
}

/** Tags and entities in text that is none of HTML, with or without a semicolon. */
function spellsMarkup(text: string): boolean {
  return /<[/a-z]|&#|&\w+;|&\w*\d|&(?:amp|lt|gt|quot|apos|nbsp|copy|reg)\b/i.test(text);
}

function hasBadCharacters(xml: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd-\uffff]/.test(xml) || !xml.isWellFormed();
}
