import { paragraphsHtml } from '../../text/paragraphs-html.ts';
import { textOfHtml } from '../../text/text-of-html.ts';
import { canonicalHtml } from '../canonical-html.ts';
import { all, attribute, type RawElement } from '../raw-element.ts';
import { baseOf } from './links.ts';
import { htmlOf } from './markup.ts';

/** How an element that does not declare its type is read: as HTML, or as what it looks like. */
type Undeclared = 'html' | 'guess';

/** Elements with the full text, in this order. */
const CONTENTS: readonly (readonly [string, Undeclared])[] = [
  ['fulltext:encoded', 'html'],
  ['core:content', 'guess'],
  ['xhtml:body', 'html'],
  ['core:body', 'html'],
  ['core:fullitem', 'html'],
  ['xhtml:div', 'html'],
];

/** Elements with a summary, in this order. */
const SUMMARIES: readonly (readonly [string, Undeclared])[] = [
  ['core:description', 'html'],
  ['core:summary', 'guess'],
  ['dc:description', 'guess'],
  ['dcterms:description', 'guess'],
  ['dcterms:abstract', 'guess'],
  ['core:abstract', 'guess'],
  ['itunes:summary', 'guess'],
  ['itunes:subtitle', 'guess'],
  ['core:subtitle', 'guess'],
  ['core:tagline', 'guess'],
  ['media:description', 'guess'],
  ['media:text', 'guess'],
];

/** HTML, not sanitised; null when the entry has none. */
export interface Bodies {
  summary: string | null;
  content: string | null;
}

/**
 * Summary and full text of an entry, with absolute addresses. Some publishers swap the two: of two different texts, the
 * longer one is the full text, whatever its element is called.
 */
export function bodies(entry: RawElement, base: string | null): Bodies {
  const [content = null] = read(entry, CONTENTS, base);
  const [summary = null, second = null] = read(entry, SUMMARIES, base);
  if (content === null && summary === null) return { summary: mediaText(entry, base), content: null };
  if (content === null) return second === null ? { summary, content } : sorted(summary, second);
  return (summary?.length ?? 0) <= content.length ? { summary, content } : sorted(content, summary);
}

/** The shorter text as the summary, the longer one as the full text; of two equal texts, a summary alone. */
function sorted(one: string | null, other: string | null): Bodies {
  const [a, b] = [textOfHtml(one ?? ''), textOfHtml(other ?? '')];
  if (a === b) return { summary: one, content: null };
  return a.length < b.length ? { summary: one, content: other } : { summary: other, content: one };
}

/** The first two texts in elements of these names; the callers need no more. */
function read(
  entry: RawElement,
  names: readonly (readonly [string, Undeclared])[],
  base: string | null,
): string[] {
  const found: string[] = [];
  for (const [name, undeclared] of names) {
    for (const element of all(entry, name)) {
      const html =
        attribute(element, 'type') === 'plain' ? paragraphsHtml(element.text) : htmlOf(element, undeclared);
      if (html) found.push(canonicalHtml(html, baseOf(element, base)));
      if (found.length === 2) return found;
    }
  }
  return found;
}

/** The description of the entry's video or picture in Media RSS: the only text in feeds of YouTube. */
function mediaText(entry: RawElement, base: string | null): string | null {
  const [element] = all(entry, 'media:group', 'media:content')
    .flatMap((holder) => all(holder, 'media:description', 'media:text'))
    .filter((found) => found.text.trim() !== '');
  if (!element) return null;
  const html = attribute(element, 'type') === 'html' ? htmlOf(element, 'html') : paragraphsHtml(element.text);
  return html === null ? null : canonicalHtml(html, baseOf(element, base));
}
