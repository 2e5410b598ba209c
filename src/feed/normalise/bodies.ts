import { canonicalHtml } from '../canonical-html.ts';
import { all, attribute, type RawElement } from '../raw.ts';
import { paragraphs, textOfHtml } from '../text.ts';
import { baseOf } from './links.ts';
import { htmlOf } from './markup.ts';

/** Where the full text is looked for, in this order. */
const CONTENTS = ['content:encoded', 'core:content', 'xhtml:body', 'core:body', 'core:fullitem', 'xhtml:div'];
/** Where a teaser is looked for, in this order. */
const SUMMARIES = [
  'core:description',
  'core:summary',
  'dc:description',
  'dcterms:description',
  'dcterms:abstract',
  'core:abstract',
  'itunes:summary',
  'itunes:subtitle',
  'core:subtitle',
  'core:tagline',
  'media:description',
  'media:text',
];

/** Teaser and full text of an entry as HTML. Of two different teasers, the longer one is the full text. */
export function bodies(
  entry: RawElement,
  base: string | null,
  atom: boolean,
): { summary: string | null; content: string | null } {
  const content = read(entry, CONTENTS, base, atom)[0] ?? null;
  const teasers = read(entry, SUMMARIES, base, atom);
  const [summary = null, second = null] = [...teasers, ...mediaTexts(entry)];
  if (content || !summary || !second || textOfHtml(summary) === textOfHtml(second))
    return { summary, content };
  return second.length > summary.length
    ? { summary, content: second }
    : { summary: second, content: summary };
}

function read(entry: RawElement, names: string[], base: string | null, atom: boolean): string[] {
  return all(entry, ...names).flatMap((element) => {
    if (attribute(element, 'src') !== null && element.text.trim() === '') return [];
    const html =
      element.attributes['type'] === 'plain'
        ? paragraphs(element.text)
        : htmlOf(element, atom ? 'guess' : 'html');
    return html ? [canonicalHtml(html, baseOf(element, base))] : [];
  });
}

function mediaTexts(entry: RawElement): string[] {
  return all(entry, 'media:group', 'media:content')
    .flatMap((group) => all(group, 'media:description'))
    .map((element) => paragraphs(element.text))
    .filter((html) => html !== '<p></p>');
}
