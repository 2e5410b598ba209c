import { httpUrl } from '../text/url.ts';
import type { Scope } from './scope.ts';
import { escapeAttribute } from './write-xml.ts';

/** HTML elements without content: they need no end tag. `link` and `source` are left out: feeds give them content. */
export const VOID: ReadonlySet<string> = new Set(
  'area br col embed hr img input keygen param track wbr'.split(' '),
);

/** Attributes of HTML that hold an address. */
export const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set(
  'href src cite poster longdesc data background action'.split(' '),
);

/**
 * The start tag of an inline element as HTML source: name without prefix, attributes sorted as in canonical XML. Where an
 * xml:base inside the text gives it another base than the text's own, its addresses are made absolute.
 */
export function startTag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  scope: Scope,
  text: Scope,
): string {
  const base = scope.base === text.base ? null : scope.base;
  const list = Object.keys(attributes)
    .filter((key) => key !== 'xmlns' && /^(?:xlink:)?[a-z_][\w.-]*$/i.test(key))
    .sort()
    .map((key) => {
      const value = attributes[key] ?? '';
      const address = base !== null && ADDRESS_ATTRIBUTES.has(key) ? httpUrl(value, base) : null;
      return ` ${key}="${escapeAttribute(address ?? value)}"`;
    });
  return `<${name}${list.join('')}>`;
}

/** The name of an inline element as HTML knows it, without prefix; null when it can be no element's name. */
export function inlineName(name: string): string | null {
  const local = name.slice(name.indexOf(':') + 1);
  return /^[a-z][\w.-]*$/i.test(local) ? local : null;
}
