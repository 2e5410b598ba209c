/**
 * Pictures in cleaned bodies, where each is written in one way, its values escaped: what stands between `<img ` and
 * `>` is the whole of it.
 */

/** Attributes by name, values unescaped. */
export type Attributes = Record<string, string>;

const tag = /<img ([^>]*?) ?\/?>/g;
const attribute = /([a-z]+)="([^"]*)"/g;

/** The pictures of a cleaned body, in the order of the text. */
export function picturesIn(html: string): Attributes[] {
  return [...html.matchAll(tag)].map(([, written = '']) => read(written));
}

/** A cleaned body with other attributes on each of its pictures. */
export function mapPictures(html: string, change: (attributes: Attributes) => Attributes): string {
  return html.replace(tag, (_, written: string) => {
    const attributes = Object.entries(change(read(written)));
    return `<img ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')} />`;
  });
}

function read(written: string): Attributes {
  return Object.fromEntries(
    [...written.matchAll(attribute)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
