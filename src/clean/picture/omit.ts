import { emptyDescriptions } from '../phrases/captions.ts';
import { escaped, picturesIn } from './markup.ts';

/**
 * Removes the pictures of a cleaned body. An alternative text that says something replaces its picture. Captions of
 * pictures are removed, and then boxes that hold nothing, inner ones first. Words alone in a figure become its caption.
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
 * Removes the captions of figures that contain a picture at any depth, and keeps those of tables and quotations. Relies
 * on cleaned HTML: every element is closed, and angle brackets stand only in tags.
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
