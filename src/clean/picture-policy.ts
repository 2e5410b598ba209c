import type { Picture } from '../feed/item.ts';
import { type Attributes, mapPictures, picturesIn } from './picture/markup.ts';
import { withoutPictures } from './picture/omit.ts';

/**
 * How a page, a feed or a book shows pictures. Applied when it is made, because stored items always name the originals.
 * Only this file applies it, to pictures in bodies and to those of cards and entries.
 */
export type PicturePolicy =
  /** From their original address. */
  | { kind: 'direct' }
  /** Through a service, for slow or filtered connections. The template is an address with `{url}`. */
  | { kind: 'proxy'; template: string; isOwn: (address: string) => boolean }
  /** From copies on the site, by the address of the original. A picture without a copy is shown directly. */
  | { kind: 'local'; copies: ReadonlyMap<string, PictureCopy> }
  /** Not at all. Alternative texts stay; captions are removed with their pictures. */
  | { kind: 'none' };

/** A copy of a picture: its address on the site, its size in pixels. */
export interface PictureCopy {
  src: string;
  width: number;
  height: number;
}

/** Applies the policy to the picture of an item. Null when no picture is shown. */
export function showPicture<T extends Picture>(picture: T | null, policy: PicturePolicy): T | null {
  if (picture === null || policy.kind === 'none') return null;
  const { src, ...size } = placed(picture.url, policy);
  return { ...picture, ...size, url: src };
}

/**
 * Applies the policy to the pictures of a cleaned body. `html` must come from `clean`. Adds nothing but escaped values
 * of attributes that the allow-list has.
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

/** The addresses of the pictures in a cleaned body, each once, in document order. */
export function pictureAddresses(html: string): string[] {
  return [...new Set(picturesIn(html).flatMap(({ src }) => src ?? []))];
}

/** Makes the pictures of a page load when they come into view, and hides from their hosts which page shows them. */
export function loadLate(html: string): string {
  return mapPictures(html, (attributes) => ({ ...attributes, ...late }));
}

const late: Attributes = { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' };

/** The address that a picture is loaded from, with its size where a copy has one. */
function placed(
  address: string,
  policy: Exclude<PicturePolicy, { kind: 'none' }>,
): { src: string; width?: number; height?: number } {
  if (policy.kind === 'local') return policy.copies.get(address) ?? { src: address };
  if (policy.kind === 'direct' || policy.isOwn(address)) return { src: address };
  return { src: policy.template.replace('{url}', () => encodeURIComponent(address)) };
}
