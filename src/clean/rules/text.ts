import { isTag, isText, type ParentNode } from 'domhandler';
import type { Rule } from '../rule.ts';

/**
 * Characters that no text needs and that can make a page lie: controls, overrides and embeddings of direction
 * (isolates stay: they are how names are set in other scripts), lone surrogates, non-characters.
 */
const disturbing =
  /(?![\t\n\f\r\u0085])\p{Cc}|[\u202a-\u202e\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\u{e0001}]/gu;

/** Disturbing characters out; nothing else of the wording is changed. */
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
      cleanText(child);
    }
  }
}

function cleanCharacters(text: string): string {
  return text.toWellFormed().replace(disturbing, '').replaceAll('\ufffd', '');
}
