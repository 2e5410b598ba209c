import { isItem, recoverJsonFeed } from './json-recovery.ts';
import { mendLetters } from './letters.ts';
import { MOST_ENTRIES, type RawDocument, type RawElement } from './raw-element.ts';

/** A JSON Feed in the elements of an Atom feed. */
export interface JsonDocument {
  document: RawDocument;
  /** Whether the text is not valid JSON, so that its items were recovered one by one. */
  damaged: boolean;
  /** How many items could not be read. */
  lost: number;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON Feed of version 1.0 or 1.1 (jsonfeed.org/version/1.1), including common deviations: numbers as ids,
 * `author` as a string, an object or a list, `tags` as a string. Null when the text is not an object with `items`.
 */
export function readJsonFeed(text: string): JsonDocument | null {
  const parsed = parseJson(text);
  const { feed, items, lost } =
    parsed === undefined ? recoverJsonFeed(text) : { feed: parsed, items: null, lost: 0 };
  if (!isFields(feed)) return null;
  const list = items ?? (Array.isArray(feed['items']) ? feed['items'] : misnamedItems(feed));
  if (!Array.isArray(list)) return null;
  const entries = list.slice(0, MOST_ENTRIES).filter(isFields).map(entry);
  return {
    document: { feed: feedElement(feed), entries },
    damaged: parsed === undefined,
    lost: lost + list.length - entries.length,
  };
}

/** The list of items when it has another name, in an object whose version says that it is a JSON Feed. */
function misnamedItems(feed: Fields): unknown {
  if (!/jsonfeed\.org/.test(string(feed['version']) ?? '')) return null;
  return Object.values(feed).find((value) => Array.isArray(value) && value.some(isItem));
}

function feedElement(feed: Fields): RawElement {
  return element(
    '',
    { lang: string(feed['language']) },
    {
      'core:title': texts(feed['title']),
      'core:link': [...texts(feed['home_page_url'])],
      'core:description': texts(feed['description']),
      'core:author': people(feed),
      'core:language': texts(feed['language']),
    },
  );
}

function entry(item: Fields): RawElement {
  const html = string(item['content_html']);
  const picture = string(item['image']) ?? string(item['banner_image']);
  return element(
    '',
    { lang: string(item['language']) },
    {
      'core:id': texts(item['id']),
      'core:title': texts(item['title']),
      'core:link': [...texts(item['url']), ...texts(item['external_url'])],
      'core:summary': texts(item['summary']),
      'core:content': html === null ? texts(item['content_text'], 'plain') : texts(html, 'html'),
      'core:image': picture === null ? [] : [element(picture)],
      'core:published': texts(item['date_published']),
      'core:updated': texts(item['date_modified']),
      'core:author': people(item),
      'core:category': tags(item['tags']).flatMap((tag) => texts(tag)),
      'core:enclosure': list(item['attachments']).filter(isFields).map(attachment),
    },
  );
}

function attachment(file: Fields): RawElement {
  return element('', {
    url: string(file['url']),
    type: string(file['mime_type']),
    length: string(file['size_in_bytes']),
    duration: string(file['duration_in_seconds']),
  });
}

/** `authors` of version 1.1, else `author` of 1.0. Each person is a name or an object. */
function people(of: Fields): RawElement[] {
  const given = list(of['authors']).length > 0 ? list(of['authors']) : list(of['author']);
  return given.flatMap((person) => {
    const name = isFields(person) ? (string(person['name']) ?? string(person['url'])) : string(person);
    return name === null ? [] : [element('', {}, { 'core:name': texts(name) })];
  });
}

function tags(value: unknown): unknown[] {
  return typeof value === 'string' ? value.split(',') : list(value);
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function texts(value: unknown, type = 'text'): RawElement[] {
  const text = string(value);
  return text === null ? [] : [element(text, { type })];
}

function string(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? mendLetters(value) : null;
}

function element(
  text: string,
  attributes: Readonly<Record<string, string | null>> = {},
  children: Readonly<Record<string, RawElement[]>> = {},
): RawElement {
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== null);
  return { text, attributes: Object.fromEntries(given), children };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
