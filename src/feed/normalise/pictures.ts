import { cut } from '../../text/one-line.ts';
import type { Picture } from '../item.ts';
import { all, attribute, firstText, type RawElement } from '../raw-element.ts';
import { addressIn } from './addresses.ts';
import { baseOf } from './links.ts';

/** Smallest width and height, in pixels; smaller pictures are avatars, logos or tracking pixels. */
const SMALLEST = 90;
/** How many characters of a caption are kept. */
const LONGEST_WORDS = 1000;

/** The picture of an entry, or null: that of Media RSS, else of iTunes, else an enclosure that is a picture. */
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
    const url = addressIn(address(element), baseOf(element, base));
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
