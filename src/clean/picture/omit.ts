import { emptyDescriptions } from '../phrases/captions.ts';
import { escaped, picturesIn } from './markup.ts';

/**
 * Removes the pictures of a cleaned body, or those at the addresses that `isOmitted` names. An alternative text that says
 * something replaces its picture. Captions of removed pictures are removed, and then boxes that hold nothing, inner ones
 * first. Words alone in a figure become its caption.
 */
export function withoutPictures(html: string, isOmitted: (address: string) => boolean = () => true): string {
  const isGone = (img: string) => isOmitted(picturesIn(img)[0]?.['src'] ?? '');
  if (!(html.match(pictures) ?? []).some(isGone)) return html;
  return withoutCaptions(html, isGone)
    .replace(pictures, (img) => (isGone(img) ? wordsFor(picturesIn(img)[0]?.['alt'] ?? '') : img))
    .replace(emptied, '')
    .replace(emptied, '')
    .replace(/<figure>([^<]+)<\/figure>/g, '<figure><figcaption>$1</figcaption></figure>')
    .trim();
}

const pictures = /<img [^>]*>/g;
const emptied = /<(a|figure|p)(?: [^>]*)?>\s*<\/\1>\n?/g;

/** An alternative text in brackets, or '' when it says nothing. */
function wordsFor(alt: string): string {
  return saysSomething(alt) ? `[${escaped(alt)}]` : '';
}

/** Whether an alternative text describes a picture: file names, numbers and "a picture" do not. */
function saysSomething(alt: string): boolean {
  const text = alt.trim();
  return (
    /\p{L}/u.test(text) &&
    !/^\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic)$/i.test(text) &&
    !emptyDescriptions.pattern.test(text) &&
    !cameraName.test(text)
  );
}

/** The names that cameras and telephones give to files. */
const cameraName = /^(?:IMG|DSC|DSCF|DSCN|PXL|MVIMG)[\s_-]?\d[\d\s_-]*$/i;

/**
 * Removes the captions of figures that contain, at any depth, pictures that go and none that stays, and keeps those of tables and quotations. Relies
 * on cleaned HTML: every element is closed, and angle brackets stand only in tags.
 */
function withoutCaptions(html: string, isGone: (img: string) => boolean): string {
  const open: { gone: boolean; stays: boolean; captions: [from: number, to: number][] }[] = [];
  const cut: [from: number, to: number][] = [];
  let captionAt = 0;
  for (const { 0: found, 1: slash, 2: name, index } of html.matchAll(
    /<(\/?)(figure|figcaption|img)\b[^>]*>/g,
  )) {
    const figure = open.at(-1);
    if (name === 'img') for (const around of open) around[isGone(found) ? 'gone' : 'stays'] = true;
    else if (name === 'figure' && slash === '') open.push({ gone: false, stays: false, captions: [] });
    else if (name === 'figure') {
      open.pop();
      if (figure?.gone && !figure.stays) cut.push(...figure.captions);
    } else if (slash === '') captionAt = index;
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
