import { createHash } from 'node:crypto';
import type { Sharp, SharpInput, SharpOptions } from 'sharp';
import { type PictureType, pictureType } from './picture-type.ts';

/** A copy of a picture, ready to be stored. */
export interface MadeCopy {
  /** The file name, made from the content. */
  file: string;
  bytes: Uint8Array;
  width: number;
  height: number;
}

/**
 * Why there is no copy: the bytes are no picture, damaged, of too many pixels, or too small to be meant for readers; or
 * the library does not run on this machine.
 */
export type NoCopy = 'no-picture' | 'damaged' | 'too-many-pixels' | 'too-small' | 'no-library';

/** Wider than any column of a page, on any screen that matters. */
const widest = 1200;

/** Pixels of all frames together: 40 million take 160 MB of memory while they are decoded. */
const mostPixels = 40_000_000;

/** A picture of fewer pixels in width or height is a line or a tracking pixel. */
const smallest = 3;

/**
 * A copy of a picture as WebP, at most 1,200 pixels wide, upright, without metadata such as place and owner. Animations
 * keep their frames. AVIF would be at best a sixth smaller, for twenty times the work, and some reader apps do not show it.
 */
export async function makeCopy(bytes: Uint8Array): Promise<MadeCopy | NoCopy> {
  const type = pictureType(bytes);
  if (type === null) return 'no-picture';
  const sharp = await loadSharp().catch(() => null);
  if (sharp === null) return 'no-library';
  const open = () =>
    sharp(bytes, {
      failOn: 'truncated',
      limitInputPixels: mostPixels,
      animated: type === 'gif' || type === 'webp',
    });
  try {
    const { width, height, pages = 1, pageHeight = height } = await open().metadata();
    if (width * pageHeight * pages > mostPixels) return 'too-many-pixels';
    if (width < smallest || pageHeight < smallest) return 'too-small';
    const { data, info } = await smallestOf(
      formsFor(type, pages).map((form) =>
        open()
          .autoOrient()
          .resize({ width: widest, withoutEnlargement: true })
          .webp(form)
          .toBuffer({ resolveWithObject: true }),
      ),
    );
    return { file: nameOf(data), bytes: data, width: info.width, height: info.pageHeight ?? info.height };
  } catch (error) {
    return /pixel limit/i.test(String(error)) ? 'too-many-pixels' : 'damaged';
  }
}

/** Drawings and screenshots are often smaller, and always sharper, when lossless; photographs never. */
function formsFor(type: PictureType, pages: number) {
  const photograph = { quality: 76, effort: 4 };
  if (pages > 1) return [{ quality: 70, effort: 2 }];
  return type === 'png' || type === 'gif' ? [photograph, { lossless: true, effort: 4 }] : [photograph];
}

async function smallestOf<T extends { data: Uint8Array }>(made: Promise<T>[]): Promise<T> {
  const all = await Promise.all(made);
  return all.reduce((best, next) => (next.data.length < best.data.length ? next : best));
}

function nameOf(bytes: Uint8Array): string {
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}.webp`;
}

type OpenPicture = (input: SharpInput, options: SharpOptions) => Sharp;
let loaded: Promise<OpenPicture> | undefined;

/** Loads the library, which is large and native, with the first picture, and lets it read only our five formats. */
function loadSharp(): Promise<OpenPicture> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`),
    });
    return sharp;
  });
  return loaded;
}
