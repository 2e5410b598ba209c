import type { Element } from 'domhandler';

/**
 * Addresses of pictures that only count readers. Sources: the pixel lists of Miniflux
 * (`internal/reader/sanitizer`), uBlock Origin (EasyPrivacy), and feeds seen with them.
 */
const counters: readonly RegExp[] = [
  /^https?:\/\/(?:pixel|stats|b|g)\.(?:wp|wordpress)\.com\//,
  /^https?:\/\/feeds\.feedburner\.com\/~(?:r|ff)\//,
  /^https?:\/\/(?:[\w-]+\.)*(?:doubleclick\.net|googlesyndication\.com|google-analytics\.com|scorecardresearch\.com)\//,
  /^https?:\/\/(?:[\w-]+\.)*(?:quantserve\.com|statcounter\.com|feedsportal\.com|pheedo\.com|adnxs\.com|moatads\.com)\//,
  /^https?:\/\/(?:www\.)?facebook\.com\/tr\b/,
  /^https?:\/\/medium\.com\/_\/stat\b/,
  /^https?:\/\/(?:www\.)?blogsmithmedia\.com\//,
  /^https?:\/\/(?:rss|api)\.(?:buysellads|flattr)\.com\//,
  /^https?:\/\/hits\.[\w.-]+\//,
  /\/(?:pixel|beacon|track(?:ing)?|counter|count|impression)\.(?:gif|png|php)(?:\?|$)/,
  /[/?&](?:tracking[_-]?pixel|pixel[_-]?track)/,
];

/** Whether a picture only counts readers. `address` is its absolute address. */
export function isPixel(img: Element, address: string): boolean {
  const [width, height] = [pixelsOf(img, 'width'), pixelsOf(img, 'height')];
  if ((width !== null && width <= 2) || (height !== null && height <= 2)) return true;
  return counters.some((counter) => counter.test(address));
}

/** The size of a side in CSS pixels from the attribute, else from the inline style, else null. */
export function pixelsOf({ attribs }: Element, side: 'width' | 'height'): number | null {
  const { style } = attribs;
  const given =
    /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(attribs[side] ?? '')?.[1] ??
    (style === undefined ? undefined : inStyle[side].exec(style)?.[1]);
  return given === undefined ? null : Number(given);
}

const inStyle = {
  width: /(?:^|;)\s*width\s*:\s*(\d+)px/i,
  height: /(?:^|;)\s*height\s*:\s*(\d+)px/i,
};
