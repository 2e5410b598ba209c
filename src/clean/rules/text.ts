import { type Element, isTag, isText, type ParentNode } from 'domhandler';
import { textOf } from '../../html/text-of.ts';
import type { Rule } from '../rule.ts';

/**
 * Characters that no text needs and that can disguise a text: controls, overrides and embeddings of direction, lone
 * surrogates, non-characters. Isolates stay, because names in other scripts need them.
 */
const disturbing =
  /(?![\t\n\f\r\u0085])\p{Cc}|\p{Cs}|[\u202a-\u202e\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\u{e0001}]/gu;

/** A character that may be one of them: a quick test, because hardly any text has one. */
const extraordinary = /[^\t\n\f\r -~\u0085\u00a0-\u2029\u202f-\ud7ff\ue000-\ufdcf\ufdf0-\ufff8\ufffc\ufffd]/;

/** Removes disturbing characters, file names as alternative texts and wrong `lang` attributes. Keeps the wording. */
export const rule: Rule = {
  name: 'text',
  apply(root) {
    cleanText(root);
  },
};

function cleanText(parent: ParentNode): void {
  for (const child of parent.children) {
    if (isText(child)) child.data = cleanCharacters(child.data);
    else if (isTag(child)) {
      for (const name of ['alt', 'title']) {
        const value = child.attribs[name];
        if (value !== undefined) child.attribs[name] = cleanCharacters(value).replace(/\s+/g, ' ').trim();
      }
      if (isFileName(child.attribs['alt'])) child.attribs['alt'] = '';
      if (contradicts(child)) delete child.attribs['lang'];
      cleanText(child);
    }
  }
}

/** Whether an alternative text is a file name, or has no word at all. */
const isFileName = (alt: string | undefined): boolean =>
  alt !== undefined && /^[\w.\-()%]+\.(?:jpe?g|png|gif|webp|bmp)(?:\/image)?$|^[\p{P}\p{Z}]+$/iu.test(alt);

/** Whether Chinese text is marked as another language, as word processors do. Screen readers and fonts would follow. */
function contradicts(found: Element): boolean {
  if (
    !/^[a-z]/i.test(found.attribs['lang'] ?? '') ||
    /^(?:zh|ja|ko|yue|wuu|nan|hak|lzh)\b/i.test(found.attribs['lang'] ?? '')
  )
    return false;
  const words = textOf(found, 400);
  return (words.match(/\p{Script=Han}/gu)?.length ?? 0) > words.length * 0.3;
}

function cleanCharacters(text: string): string {
  return extraordinary.test(text) ? text.replace(disturbing, '') : text;
}
