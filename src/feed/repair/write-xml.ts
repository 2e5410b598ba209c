import { escapeText } from '../../text/escape.ts';
import { ATTRIBUTE_NAMES } from '../vocabulary.ts';
import type { Scope } from './scope.ts';

/** Escapes a value for an attribute in double quotes. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}

/** Longest attribute value written, in characters; a longer one is left out: no address is that long. */
const LONGEST_VALUE = 10_000;

/**
 * The attributes that are read, as canonical XML, with `base` (absolute) and `lang` where the element's scope differs
 * from the one around it. `rdf:about` is written as `about`; other attributes with a prefix are left out.
 */
export function attributesXml(
  attributes: Readonly<Record<string, string>>,
  scope: Scope,
  outer: Scope,
): string {
  const written = new Map<string, string>();
  for (const key of Object.keys(attributes)) {
    const name = key.toLowerCase().replace(/^rdf:/, '');
    const value = attributes[key] ?? '';
    if (ATTRIBUTE_NAMES.has(name) && !written.has(name) && value.length <= LONGEST_VALUE)
      written.set(name, value);
  }
  if (scope.base !== null && scope.base !== outer.base) written.set('base', scope.base);
  if (scope.lang !== null && scope.lang !== outer.lang) written.set('lang', scope.lang);
  return [...written].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
}

/** From this length on, a text is written as a CDATA section, which parsers read much faster. */
const LONG = 200;

/** A text as the character data of an element. */
export function textXml(text: string): string {
  if (text.length < LONG || !/[<&]/.test(text)) return escapeText(text);
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/;

/** Removes characters that XML 1.0 (section 2.2) does not allow, lone surrogates included. */
export function withoutIllegalCharacters(text: string): string {
  if (!ILLEGAL.test(text)) return text;
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
