import { type ChildNode, type Document, isText, type ParentNode } from 'domhandler';
import { isBlock, isNamed } from '../html/nodes.ts';
import { characterClass } from '../text/character-class.ts';

/**
 * Characters and words a minute of silent reading. Sources: Brysbaert 2019 for English words (238), Wang et al.
 * and Trauzettel-Klosinski 2012 for Chinese characters (255 aloud; 350 to 400 in silence).
 */
const charactersPerMinute = 375;
const wordsPerMinute = 238;

const kindOf = characterClass(
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /[\p{L}\p{N}]/u,
  /[\p{M}'’.,-]/u,
);
const [single, letter, continuing] = [1, 2, 3];

/** Minutes to read a cleaned body, rounded, at least 1. Counts Han characters and kana singly, other text by words. */
export function readingMinutes(root: Document): number {
  const counter = new Counter();
  counter.read(root);
  return Math.max(1, Math.round(counter.characters / charactersPerMinute + counter.words / wordsPerMinute));
}

class Counter {
  characters = 0;
  words = 0;
  #inWord = false;

  read(node: ChildNode | Document): void {
    if (isText(node)) this.#readText(node.data);
    else if ('children' in node) this.#readParts(node);
  }

  #readParts(node: ParentNode): void {
    const apart = isBlock(node) || isNamed(node, 'br');
    if (apart) this.#inWord = false;
    for (const child of node.children) this.read(child);
    if (apart) this.#inWord = false;
  }

  #readText(text: string): void {
    let inWord = this.#inWord;
    for (let at = 0; at < text.length; at += 1) {
      const codePoint = text.codePointAt(at) as number;
      if (codePoint > 0xffff) at += 1;
      const kind = kindOf(codePoint);
      if (kind === single) this.characters += 1;
      else if (kind === letter && !inWord) this.words += 1;
      inWord = kind === letter || (kind === continuing && inWord);
    }
    this.#inWord = inWord;
  }
}
