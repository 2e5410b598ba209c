import { parseHtml } from './dom/parse.ts';
import { textOf } from './dom/tree.ts';

/**
 * Characters and words a minute of silent reading. Sources: Brysbaert 2019 for English words (238), Wang et al.
 * and Trauzettel-Klosinski 2012 for Chinese characters (255 aloud; 350 to 400 in silence).
 */
const charactersPerMinute = 375;
const wordsPerMinute = 238;

/** Whole minutes to read a cleaned body, at least 1. Han characters and kana count singly, the rest by words. */
export function readingMinutes(html: string): number {
  const text = textOf(parseHtml(html));
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words =
    text
      .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' ')
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(characters / charactersPerMinute + words / wordsPerMinute));
}
