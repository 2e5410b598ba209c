import type { Document, Element } from 'domhandler';
import { isBlankText, isNamed } from '../../html/nodes.ts';
import { namesIn, replaceEach, setChildren } from '../../html/tree.ts';
import { removeLines } from '../dom/lines.ts';
import { removeWhere } from '../dom/remove.ts';
import type { Rule } from '../rule.ts';

/** Words in the file names of pictures of lines between parts of a text, and words that describe such a line. */
const drawn = /^(?:gr[ea]y|black|white|red|blue)?(?:line|divider|separator|hr|rule)\d{0,4}(?:x\d{1,4})?$/i;
const drawnHow =
  /^(?:gr[ea]y|black|white|red|blue|short|long|thin|thick|small|decorative|ornamental|presentational|dotted|dashed|new|nc|v?\d{1,9}(?:x\d{1,4})?)$/i;
/** A file name with the size of a picture less than ten pixels high. */
const flat = /[/_-]\d{3,4}x\d(?:[_-]nc)?\.(?:gif|png|jpe?g)$/i;
/** A picture without a description that stands so often in a body only separates parts of the text. */
const often = 3;
/** A line of one repeated drawing character, or of the word "end" between such characters. */
const typedRule =
  /^[-–—=_~*·•]{1,12}\s?(?:the )?(?:end|完|全文完|正文完)\s?[-–—=_~*·•]{1,12}$|^(?:([=\-_~*·•—─━═#+<>.])\s?)(?:\1\s?){4,}$/iu;

const figures = new Set(['figure']);

/** Removes rules drawn as pictures or typed as characters, and `hr` elements that separate nothing. */
export const rule: Rule = {
  name: 'decorations',
  apply(root, _context, receipt) {
    const parting = partingPictures(root);
    const isParting = (figure: Element) => {
      const picture = onlyPicture(figure);
      return (
        picture !== null && (parting.has(wordless(picture)) || isDrawnRule(picture.attribs['src'] ?? ''))
      );
    };
    removeWhere(root, rule.name, receipt, isParting, figures);
    removeLines(root, receipt, ({ text }) => (typedRule.test(text) ? rule.name : null));
    dropIdleRules(root);
  },
};

/** The picture of a figure that holds nothing else, else null. */
function onlyPicture(figure: Element): Element | null {
  const [picture, ...others] = figure.children.filter((child) => !isBlankText(child));
  return isNamed(picture, 'img') && others.length === 0 ? picture : null;
}

/** The address of a picture without a description, else ''. */
const wordless = ({ attribs }: Element): string => (attribs['alt'] ? '' : (attribs['src'] ?? ''));

function isDrawnRule(address: string): boolean {
  const path = URL.parse(address)?.pathname ?? '';
  const words = path.slice(path.lastIndexOf('/') + 1).split(/[-_.]+/);
  const told = words.slice(0, -1).filter(Boolean);
  return flat.test(path) || (told.some((word) => drawn.test(word)) && told.every(isOfRule));
}

const isOfRule = (word: string): boolean => drawn.test(word) || drawnHow.test(word);

/** The addresses of pictures that are repeated between paragraphs. */
function partingPictures(root: Document): Set<string> {
  const seen = new Map<string, number>();
  for (const child of root.children) {
    const picture = isNamed(child, 'figure') ? onlyPicture(child) : null;
    const address = picture ? wordless(picture) : '';
    if (address !== '') seen.set(address, (seen.get(address) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, times]) => times >= often).map(([address]) => address));
}

/** Removes `hr` elements at the start, at the end, and behind another. */
function dropIdleRules(root: Document): void {
  const shown = root.children.filter((child) => !isBlankText(child));
  if (shown.length < root.children.length) setChildren(root, shown);
  if (!namesIn(root).has('hr')) return;
  const tail = new Set(shown.slice(shown.findLastIndex((child) => !isNamed(child, 'hr')) + 1));
  replaceEach(root, (child) => {
    if (!isNamed(child, 'hr')) return undefined;
    return child.prev === null || isNamed(child.prev, 'hr') || tail.has(child) ? [] : undefined;
  });
}
