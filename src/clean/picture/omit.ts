import { emptyDescriptions } from '../phrases/captions.ts';
import { escaped, picturesIn } from './markup.ts';

/**
 * A cleaned body without its pictures. Alternative texts that say something stand in for them; captions go with
 * what they speak of; boxes that then hold nothing go too, inner ones before outer ones. Words alone in a figure are
 * set as its caption.
 */
export function withoutPictures(html: string): string {
  if (!html.includes('<img ')) return html;
  return withoutCaptions(html)
    .replace(/<img [^>]*>/g, (img) => wordsFor(picturesIn(img)[0]?.['alt'] ?? ''))
    .replace(emptied, '')
    .replace(emptied, '')
    .replace(/<figure>([^<]+)<\/figure>/g, '<figure><figcaption>$1</figcaption></figure>')
    .trim();
}

const emptied = /<(a|figure|p)(?: [^>]*)?>\s*<\/\1>\n?/g;

/** An alternative text in brackets, as readers know it from books; '' when it says nothing. */
function wordsFor(alt: string): string {
  return saysSomething(alt) ? `[${escaped(alt)}]` : '';
}

/** File names, numbers and words that only say "a picture" are no description of one. */
function saysSomething(alt: string): boolean {
  const text = alt.trim();
  return (
    /\p{L}/u.test(text) &&
    !/^\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic)$/i.test(text) &&
    !emptyDescriptions.pattern.test(text) &&
    !cameraName.test(text)
  );
}

/** What cameras and telephones name their files. */
const cameraName = /^(?:IMG|DSC|DSCF|DSCN|PXL|MVIMG)[\s_-]?\d[\d\s_-]*$/i;

/**
 * Takes the captions out of figures that show a picture, however deep, and leaves those of tables and quotations. A
 * cleaned body closes what it opens, and has no angle bracket but those of its tags.
 */
function withoutCaptions(html: string): string {
  const open: { pictures: boolean; captions: [from: number, to: number][] }[] = [];
  const cut: [from: number, to: number][] = [];
  let captionAt = 0;
  for (const { 0: found, 1: slash, 2: name, index } of html.matchAll(
    /<(\/?)(figure|figcaption|img)\b[^>]*>/g,
  )) {
    const figure = open.at(-1);
    if (name === 'img') for (const around of open) around.pictures = true;
    else if (name === 'figure' && slash === '') open.push({ pictures: false, captions: [] });
    else if (name === 'figure') cut.push(...(open.pop()?.pictures ? (figure?.captions ?? []) : []));
    else if (slash === '') captionAt = index;
    else figure?.captions.push([captionAt, index + found.length]);
  }
  let kept = '';
  let from = 0;
  for (const [start, end] of cut.toSorted(([a], [b]) => a - b)) {
    if (start < from) continue;
    kept += html.slice(from, start);
    from = end;
  }
  return kept + html.slice(from);
}
