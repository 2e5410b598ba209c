import { httpUrl } from '../../text/url.ts';
import type { Scope } from './scope.ts';
import { escapeAttribute } from './write-xml.ts';

/** How inline markup in a field is written as HTML source. */

/**
 * HTML elements without content and end tag (HTML Standard, void elements, with the obsolete `keygen` and `param`).
 * `link` and `source` are not among them: in feeds they have content.
 */
export const VOID: ReadonlySet<string> = new Set(
  'area br col embed hr img input keygen param track wbr'.split(' '),
);

/** Attributes of HTML that hold an address: the HTML Standard's index of attributes, and those of HTML 4. */
export const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set(
  'href src cite poster longdesc data background action'.split(' '),
);

/**
 * The start tag of an inline element as HTML source: name without prefix, attributes sorted by name. Its addresses are
 * made absolute when an xml:base inside the text gives it another base than the text's own.
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

/** The name of an inline element without its prefix; null when HTML allows no such name. */
export function inlineName(name: string): string | null {
  const local = name.slice(name.indexOf(':') + 1);
  return /^[a-z][\w.-]*$/i.test(local) ? local : null;
}
