import { cut } from '../../text/text.ts';
import { httpUrl } from '../../text/url.ts';
import type { Picture } from '../item.ts';
import { all, attribute, firstText, type RawElement } from '../raw.ts';
import { baseOf } from './links.ts';

/** Smaller pictures, in pixels, are signs: avatars, logos, counters. */
const SMALLEST = 90;
/** Characters kept of what is said of a picture: a caption, not an article. */
const LONGEST_WORDS = 1000;

/** The picture that stands for an entry, or null: Media RSS, then iTunes, then an enclosed picture. */
export function picture(entry: RawElement, base: string | null): Picture | null {
  const groups = [
    entry,
    ...all(entry, 'media:group', 'media:content'),
    ...all(entry, 'media:group').flatMap((g) => all(g, 'media:content')),
  ];
  const thumbnails = groups.flatMap((group) => all(group, 'media:thumbnail'));
  const contents = groups.flatMap((group) => all(group, 'media:content')).filter(isPicture);
  const others = [
    ...all(entry, 'itunes:image', 'core:image', 'core:thumbnail'),
    ...all(entry, 'core:enclosure', 'core:link').filter(isPicture),
  ];
  for (const element of [...contents, ...thumbnails, ...others]) {
    const url = httpUrl(address(element), baseOf(element, base));
    if (url && !isSmall(element))
      return { url, width: pixels(element, 'width'), height: pixels(element, 'height'), alt: alt(element) };
  }
  return null;
}

function isSmall(element: RawElement): boolean {
  return [pixels(element, 'width'), pixels(element, 'height')].some(
    (size) => size !== null && size < SMALLEST,
  );
}

function isPicture(element: RawElement): boolean {
  return attribute(element, 'medium') === 'image' || (attribute(element, 'type') ?? '').startsWith('image/');
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

function alt(element: RawElement): string | null {
  const words = firstText(element, 'media:title', 'media:description', 'core:title');
  return words === null ? null : cut(words, LONGEST_WORDS);
}
