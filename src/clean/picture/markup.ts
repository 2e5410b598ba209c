/**
 * Reads and changes pictures in cleaned HTML without a parser: the sanitiser writes every picture in one form with
 * escaped values, so everything between `<img ` and `>` is its attributes.
 */

/** Attributes by name, with unescaped values. */
export type Attributes = Record<string, string>;

const tag = /<img ([^>]*?) ?\/?>/g;
const attribute = /([a-z]+)="([^"]*)"/g;

/** The attributes of each picture of a cleaned body, in document order. */
export function picturesIn(html: string): Attributes[] {
  return [...html.matchAll(tag)].map(([, written = '']) => read(written));
}

/** Replaces the attributes of each picture of a cleaned body. */
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
