/**
 * How a page or a feed shows the pictures of a stored body, decided when it is rendered: the stored body always
 * names the originals.
 */
export type PicturePolicy =
  /** From where they are, when they come into view, without telling where the reader came from. */
  | { kind: 'direct' }
  /** Through a service, to spare a slow or filtered connection: an address with `{url}` in it. */
  | { kind: 'proxy'; template: string }
  /** Own copies, by the address of the original; a picture that has none is shown directly. */
  | { kind: 'local'; copies: ReadonlyMap<string, PictureCopy> }
  /** Not at all; alternative texts and captions stay. */
  | { kind: 'none' };

/** A copy of a picture: its address on the site, its size in pixels. */
export interface PictureCopy {
  src: string;
  width: number;
  height: number;
}

const tag = /<img ([^>]*?) ?\/?>/g;
const attribute = /([a-z]+)="([^"]*)"/g;
const emptied = /<(a|figure|p)(?: [^>]*)?>\s*<\/\1>\n?/g;

/**
 * A cleaned body with its pictures as the policy wants them. `html` must come from `clean`: there every picture
 * is written in one way, its values escaped, so that what is between `<img ` and `>` is the whole of it. Adds
 * nothing but attributes of fixed names and escaped values.
 */
export function applyPicturePolicy(html: string, policy: PicturePolicy): string {
  if (policy.kind === 'none') return withoutPictures(html);
  return html.replace(tag, (_, written: string) => {
    const attributes = new Map(
      [...written.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]),
    );
    place(attributes, policy);
    attributes.set('loading', 'lazy').set('decoding', 'async').set('referrerpolicy', 'no-referrer');
    return `<img ${[...attributes].map(([name, value]) => `${name}="${value}"`).join(' ')} />`;
  });
}

function place(attributes: Map<string, string>, policy: Exclude<PicturePolicy, { kind: 'none' }>): void {
  const address = original(attributes.get('src') ?? '');
  if (policy.kind === 'proxy') {
    attributes.set('src', escaped(policy.template.replace('{url}', () => encodeURIComponent(address))));
  } else if (policy.kind === 'local') {
    const copy = policy.copies.get(address);
    if (!copy) return;
    attributes.set('src', escaped(copy.src));
    attributes.set('width', String(copy.width)).set('height', String(copy.height));
  }
}

/** Alternative texts stand in for pictures; what then shows nothing goes, inner boxes before outer ones. */
function withoutPictures(html: string): string {
  const worded = html.replace(tag, (_, written: string) => /alt="([^"]*)"/.exec(written)?.[1] ?? '');
  return worded.replace(emptied, '').replace(emptied, '').trim();
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const original = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
