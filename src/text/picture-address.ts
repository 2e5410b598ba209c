/** The ending of a path that is a picture; and of one that is another file. */
const PICTURE = /\.(?:avif|bmp|gif|heic|jpe?g|jfif|png|svg|tiff?|webp)$/i;
const OTHER =
  /\.(?:aac|flac|m3u8|m4[abv]|mkv|mov|mp[34]|mpe?g|og[agv]|opus|pdf|swf|wav|web[am]|wma|zip|docx?|epub|html?|php)$/i;

/** Query parameters that choose a size or a format of a picture. */
const SIZE_PARAMETERS =
  /^(?:w|h|width|height|size|sz|s|sig|signature|quality|q|fit|crop|resize|rect|dpr|auto|format|fm|name|itok|strip|zoom|precrop|usm|disable|ssl|v|ver|t|ts|imwidth|scale)$/i;

/** Parts of a path or of a file's name that only say the size of a picture, each with what is left in its place. */
const SIZES: readonly (readonly [RegExp, string])[] = [
  // WordPress: a-300x200.jpg, a-scaled.jpg.
  [/[-_]\d{2,4}x\d{2,4}(?=(?:@2x)?\.\w+$)/, ''],
  [
    /[-_](?:small|medium|large|thumb(?:nail)?|square|preview|original|scaled|full|\d{2,4}(?:px|w))(?=\.\w+$)/i,
    '',
  ],
  [/@[23]x(?=\.\w+$)/, ''],
  // Flickr: 51234567890_0a1b2c3d4e_b.jpg.
  [/(\d_[\da-f]{8,12})_[a-z\d]{1,2}(?=\.\w+$)/, '$1'],
  // Blogger and Google: /s1600/, /w640-h480/, =s72-c.
  [/\/(?:s|w)\d{2,4}(?:-[a-z\d-]+)?(?=\/)/, ''],
  [/=[swh]\d{2,4}[\w-]*$/, ''],
  // Mastodon, Tumblr, and others: a folder a size.
  [/\/(?:original|small|medium|large|thumb(?:nail)?s?|previews?)(?=\/)/i, ''],
  [/\/(?:w|h|c|q|f|ar)_[\w.,:]+(?=\/)/, ''],
  [
    /\/(?:140|160|240|320|460|480|500|620|624|640|700|720|768|800|940|960|976|1000|1024|1080|1200|1280|1500|1600|1920|2000|2048)(?=\/)/,
    '',
  ],
  // YouTube: the frames of one film.
  [/(\/vi(?:_webp)?\/[\w-]{11}\/)[\w-]+\.\w+$/, '$1'],
];

/** Whether an address is that of a picture by its ending; null when the ending says nothing. */
export function isPictureAddress(address: string): boolean | null {
  const path = URL.parse(address)?.pathname ?? '';
  if (PICTURE.test(path)) return true;
  return OTHER.test(path) ? false : null;
}

/**
 * A key that is the same for the sizes of one picture: without scheme, size and format. For comparing only. `width` is
 * the width that the feed gives, in pixels: a file that is only named by it is a size, too.
 */
export function pictureKey(address: string, width: number | null = null): string {
  const url = URL.parse(address);
  if (!url) return address;
  let path = SIZES.reduce((shorter, [size, left]) => shorter.replace(size, left), url.pathname);
  if (width !== null && new RegExp(`/${width}\\.\\w+$`).test(path))
    path = path.slice(0, path.lastIndexOf('/'));
  const query = PICTURE.test(url.pathname)
    ? ''
    : [...url.searchParams]
        .filter(([name]) => !SIZE_PARAMETERS.test(name))
        .map(([name, value]) => `${name}=${value}`)
        .sort()
        .join('&');
  return `${url.host.replace(/^(?:www|i\d*|img\d?|images?)\./, '')}${path}?${query}`;
}

/** The width that an address asks for, in pixels, or null. */
export function widthInAddress(address: string): number | null {
  const url = URL.parse(address);
  if (!url) return null;
  const named = url.searchParams.get('width') ?? url.searchParams.get('w') ?? url.searchParams.get('imwidth');
  const width =
    named ??
    /[-_](\d{2,4})x\d{2,4}(?=\.\w+$)/.exec(url.pathname)?.[1] ??
    /\/[sw](\d{2,4})(?:-[a-z\d-]+)?\//.exec(url.pathname)?.[1];
  return width && /^\d{2,5}$/.test(width) ? Number(width) : null;
}
