import { type Element, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { type FoundElement, strictly } from './test-feeds.ts';

/**
 * What the feed validator of the W3C (https://github.com/w3c/feedvalidator) would find in an RSS document of ours:
 * its rules for the elements that we write, errors and warnings alike. Empty when there is nothing.
 */
export function faultsOf(xml: string): string[] {
  const at = strictly(xml);
  const items = xml.split('<item>').slice(1);
  const guids = at('guid').map(({ text }) => text);
  const texts = ['title', 'description', 'copyright', 'category', 'source'].flatMap((name) =>
    at(name).filter(({ parent }) => name !== 'description' || parent === 'channel'),
  );
  const bodies = [...at('content:encoded'), ...at('description').filter(({ parent }) => parent === 'item')];
  return [
    ...once(at, ['title', 'description', 'link', 'language', 'ttl', 'generator', 'image'], 'channel'),
    ...(at('atom:link').some(({ attributes }) => attributes['rel'] === 'self') ? [] : ['no link to itself']),
    ...(new Set(guids).size === guids.length && guids.length === items.length ? [] : ['guids not unique']),
    ...guids.filter((guid) => !/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid)),
    ...items.filter((item) => item.indexOf('<description>') < 0).map(() => 'no description'),
    ...items.filter((item) => /<content:encoded>.*<description>/s.test(item)).map(() => 'content first'),
    ...[...at('pubDate'), ...at('lastBuildDate')].filter(isNoDate).map(({ text }) => `date ${text}`),
    ...[...at('link'), ...at('url')].filter(({ text }) => !isAddress(text)).map(({ text }) => `link ${text}`),
    ...addresses(at).filter((address) => !isAddress(address)),
    ...at('enclosure')
      .filter(isBadFile)
      .map(() => 'enclosure'),
    ...imageFaults(at),
    ...texts.filter(({ text }) => spellsMarkup(text)).map(({ text }) => `markup in ${text}`),
    ...texts.filter(({ text }) => text.trim() === '').map(({ name }) => `${name} is blank`),
    ...bodies.flatMap(({ text }) => htmlFaults(text)),
    ...(hasBadCharacters(xml) ? ['characters that nobody means'] : []),
  ];
}

type Finder = ReturnType<typeof strictly>;

function once(at: Finder, names: string[], parent: string): string[] {
  return names.filter((name) => at(name).filter((element) => element.parent === parent).length !== 1);
}

/** RFC 822 with four digits of the year, the right day of the week, not before 1990. */
function isNoDate({ text }: FoundElement): boolean {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) || date.toUTCString() !== text || date.getUTCFullYear() < 1990;
}

function isAddress(address: string): boolean {
  return /^https?:\/\/[^/]/.test(address) && /^[\w;/?:@&=+$.\-!~*'(),%#[\]]+$/.test(address);
}

function addresses(at: Finder): string[] {
  return ['atom:link', 'enclosure', 'media:content', 'source'].flatMap((name) =>
    at(name).map(({ attributes }) => attributes['href'] ?? attributes['url'] ?? ''),
  );
}

function isBadFile({ attributes }: FoundElement): boolean {
  return !/^\d+$/.test(attributes['length'] ?? '') || !/^[\w.+-]+\/[\w.+-]+$/.test(attributes['type'] ?? '');
}

/** The image repeats title and link of its channel, and is a PNG, JPEG or GIF. */
function imageFaults(at: Finder): string[] {
  const of = (name: string, parent: string) => at(name).find((element) => element.parent === parent)?.text;
  const same = ['title', 'link'].every((name) => of(name, 'image') === of(name, 'channel'));
  return same && /\.(png|jpe?g|gif)$/.test(of('url', 'image') ?? '') ? [] : ['image'];
}

/** Tags and entities in text that is none of HTML. */
function spellsMarkup(text: string): boolean {
  return /<[/a-z]|&#|&\w+;/i.test(text);
}

const elements = new Set(
  `a abbr b bdi blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
  hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead
  time tr u ul var wbr`.split(/\s+/),
);
const attributes = new Set(
  'alt cite colspan datetime dir height href lang reversed rowspan scope src start title value width'.split(
    ' ',
  ),
);

/** Elements and attributes that readers take away, and addresses that lead nowhere from a reader. */
function htmlFaults(html: string): string[] {
  const faults: string[] = [];
  const look = (element: Element) => {
    if (!elements.has(element.name)) faults.push(`<${element.name}>`);
    for (const [name, value] of Object.entries(element.attribs)) {
      if (!attributes.has(name)) faults.push(`attribute ${name}`);
      if (['href', 'src', 'cite'].includes(name) && !/^https?:\/\/[^/]/.test(value)) faults.push(value);
    }
    element.children.filter(isTag).forEach(look);
  };
  parseDocument(html).children.filter(isTag).forEach(look);
  return faults;
}

function hasBadCharacters(xml: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd-\uffff]/.test(xml) || !xml.isWellFormed();
}
