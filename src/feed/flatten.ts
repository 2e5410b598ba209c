import type { Scope } from './scope.ts';
import { httpUrl } from './url.ts';

/** HTML elements without content: they need no end tag, in XML neither. */
export const VOID = new Set('area br col embed hr img input keygen param source track wbr'.split(' '));

/** Attributes that hold an address. */
export const ADDRESS_ATTRIBUTES = new Set([
  'href',
  'src',
  'cite',
  'poster',
  'longdesc',
  'data',
  'background',
  'action',
]);

/** The name of an inline element as HTML knows it: without prefix. Null for an element of a foreign vocabulary. */
export function inlineName(name: string): string | null {
  const local = name.slice(name.indexOf(':') + 1);
  return /^[a-z][\w.-]*$/i.test(local) ? local : null;
}

/**
 * The start tag of an inline element as HTML source, attributes sorted as canonical XML has them. `base` is given
 * when an xml:base inside the text makes its relative addresses mean something else than the text's own base.
 */
export function startTag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  base: string | null,
): string {
  const list = Object.keys(attributes)
    .filter((key) => /^[a-z_][\w.-]*$/i.test(key) && key !== 'xmlns')
    .concat('xlink:href' in attributes ? ['xlink:href'] : [])
    .sort()
    .map((key) => {
      const value = attributes[key] ?? '';
      const address = base !== null && ADDRESS_ATTRIBUTES.has(key) ? (httpUrl(value, base) ?? value) : value;
      return ` ${key}="${escapeAttribute(address)}"`;
    });
  return `<${name}${list.join('')}>`;
}

export function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The base that an inline element's addresses need spelt out, or null when the text's own will do. */
export function foreignBase(text: Scope, inner: Scope): string | null {
  return inner.base === text.base ? null : inner.base;
}
