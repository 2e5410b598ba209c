import type { Document } from 'domhandler';
import { sorter } from './characters.ts';
import { textOf } from './dom/tree.ts';

/**
 * Characters and words a minute of silent reading. Sources: Brysbaert 2019 for English words (238), Wang et al.
 * and Trauzettel-Klosinski 2012 for Chinese characters (255 aloud; 350 to 400 in silence).
 */
const charactersPerMinute = 375;
const wordsPerMinute = 238;

const kindOf = sorter(
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /[\p{L}\p{N}]/u,
  /[\p{M}'’.,-]/u,
);
const [single, letter, inWord] = [1, 2, 3];

/** Whole minutes to read a cleaned body, at least 1. Han characters and kana count singly, the rest by words. */
export function readingMinutes(root: Document): number {
  const text = textOf(root);
  let characters = 0;
  let words = 0;
  let open = false;
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    const kind = kindOf(codePoint);
    if (kind === single) characters += 1;
    else if (kind === letter && !open) words += 1;
    open = kind === letter || (kind === inWord && open);
  }
  return Math.max(1, Math.round(characters / charactersPerMinute + words / wordsPerMinute));
}
