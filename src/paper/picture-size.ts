import { mapPictures } from '../clean/picture/markup.ts';

/** Sizes of pictures as far as they are known before they load: from the feed, else from the address. */

interface Size {
  width: number | null;
  height: number | null;
}

/** The narrowest picture that is shown over the width of a column, and over that of a page, in pixels. */
const WIDE = { column: 400, page: 600 };
/** No picture of an article is smaller or larger; other numbers in addresses mean something else. */
const LIKELY = { least: 40, most: 8000 };

/**
 * How services that scale pictures write a size into an address; the groups are `w`, `h`, and `x` and `y` of a ratio.
 * Sources: the documentation of WordPress, Photon, Blogger, Cloudinary, imgix, Wikimedia, Contentful and Fastly, and
 * addresses of feeds.
 */
const forms: readonly RegExp[] = [
  // -300x200.jpg, /300x200/
  /[-_/](?<w>\d{2,4})x(?<h>\d{2,4})(?=[-_./,]|$)/,
  // /w:310/p:16x9/
  /\/w:(?<w>\d{2,4})(?:\/h:(?<h>\d{2,4}))?(?:\/p:(?<x>\d{1,2})x(?<y>\d{1,2}))?(?=\/)/,
  // /w_300,h_200,c_fill/
  /[/,]w_(?<w>\d{2,4})(?:,[^/]*?\bh_(?<h>\d{2,4}))?(?=[,/])/,
  // ?resize=300,200, ?fit=300%2C200, ?size=300x200
  /[?&;](?:resize|fit|size)=(?<w>\d{2,4})(?:,|%2C|x|\*)(?<h>\d{2,4})\b/i,
  // ?w=300&h=200
  /[?&;](?:w|width|wid)=(?<w>\d{2,4})\b(?:(?:.*[?&;])(?:h|height|hei)=(?<h>\d{2,4})\b)?/i,
  // =w640-h360, =s1600, /s1600/: the longer side
  /=w(?<w>\d{2,4})-h(?<h>\d{2,4})\b/,
  /[=/]s(?<w>\d{2,4})(?:-[\w-]+)?(?=\/|$)/,
  // picture_w900_r1.jpg
  /[-_]w(?<w>\d{3,4})(?=[-_.])/,
  // /320px-name.jpg
  /\/(?<w>\d{2,4})px-/,
];

/** The size that an address names, in pixels; null for a side that it does not. */
export function sizeInAddress(address: string): Size {
  for (const form of forms) {
    const { w, h, x, y } = form.exec(address)?.groups ?? {};
    const width = likely(w);
    if (width === null) continue;
    return { width, height: likely(h) ?? (x && y ? Math.round((width * Number(y)) / Number(x)) : null) };
  }
  return { width: null, height: null };
}

function likely(digits: string | undefined): number | null {
  const pixels = Number(digits ?? 0);
  return pixels >= LIKELY.least && pixels <= LIKELY.most ? pixels : null;
}

/** How wide a picture may be shown without being stretched. One of unknown size fills any frame. */
export function widestFrame(picture: Size & { url: string }): 'page' | 'column' | 'none' {
  const width = picture.width ?? sizeInAddress(picture.url).width ?? WIDE.page;
  return width >= WIDE.page ? 'page' : width >= WIDE.column ? 'column' : 'none';
}

/** Gives the pictures of a cleaned body the sizes that their addresses name, where the body names none. */
export function withSizes(html: string): string {
  return mapPictures(html, (attributes) => {
    if (attributes['width'] !== undefined || attributes['height'] !== undefined) return attributes;
    const { width, height } = sizeInAddress(attributes['src'] ?? '');
    if (width === null || height === null) return attributes;
    return { ...attributes, width: String(width), height: String(height) };
  });
}
