import type { Picture } from '../feed/item.ts';
import { type Attributes, mapPictures, picturesIn } from './picture/markup.ts';
import { withoutPictures } from './picture/omit.ts';

/**
 * How a page, a feed or a book shows pictures, decided when it is made: what is stored always names the originals.
 * Pictures in bodies and the pictures of cards and entries go through this one file.
 */
export type PicturePolicy =
  /** From where they are. */
  | { kind: 'direct' }
  /** Through a service, to spare a slow or filtered connection: an address with `{url}` in it. */
  | { kind: 'proxy'; template: string; isOwn: (address: string) => boolean }
  /** Own copies, by the address of the original; a picture that has none is shown directly. */
  | { kind: 'local'; copies: ReadonlyMap<string, PictureCopy> }
  /** Not at all; alternative texts stay, captions go with what they speak of. */
  | { kind: 'none' };

/** A copy of a picture: its address on the site, its size in pixels. */
export interface PictureCopy {
  src: string;
  width: number;
  height: number;
}

/** The picture that stands for an item, as the policy wants it; null when none is shown. */
export function showPicture<T extends Picture>(picture: T | null, policy: PicturePolicy): T | null {
  if (picture === null || policy.kind === 'none') return null;
  const { src, ...size } = placed(picture.url, policy);
  return { ...picture, ...size, url: src };
}

/**
 * A cleaned body with its pictures as the policy wants them. `html` must come from `clean`; nothing is added to it
 * but escaped values of attributes that it may have anyway.
 */
export function showPictures(html: string, policy: PicturePolicy): string {
  if (policy.kind === 'direct') return html;
  if (policy.kind === 'none') return withoutPictures(html);
  return mapPictures(html, (attributes) => {
    const { src, ...size } = placed(attributes['src'] ?? '', policy);
    const sides = Object.entries(size).map(([side, pixels]) => [side, String(pixels)]);
    return { ...attributes, src, ...Object.fromEntries(sides) };
  });
}

/** The addresses of the pictures in a cleaned body, each once, in the order of the text. */
export function pictureAddresses(html: string): string[] {
  return [...new Set(picturesIn(html).flatMap(({ src }) => src ?? []))];
}

/** For pages: pictures load when they come into view, and their hosts do not hear which page shows them. */
export function loadLate(html: string): string {
  return mapPictures(html, (attributes) => ({ ...attributes, ...late }));
}

const late: Attributes = { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' };

/** Where a picture is loaded from, with its size where that is known better than before. */
function placed(
  address: string,
  policy: Exclude<PicturePolicy, { kind: 'none' }>,
): { src: string; width?: number; height?: number } {
  if (policy.kind === 'local') return policy.copies.get(address) ?? { src: address };
  if (policy.kind === 'direct' || policy.isOwn(address)) return { src: address };
  return { src: policy.template.replace('{url}', () => encodeURIComponent(address)) };
}
