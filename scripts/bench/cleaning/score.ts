import { parseHtml } from '../../../src/html/parse.ts';
import { textOf } from '../../../src/html/text-of.ts';
import { type LabelledArticle, squeeze } from './labelled.ts';

/** What is left of the articles after cleaning: characters, and pictures and players. */
export interface Score {
  text: number;
  textKept: number;
  furniture: number;
  furnitureGone: number;
  media: number;
  mediaKept: number;
}

/** Compares a cleaned body with the labels. A line counts as kept when it appears in the result, in the order of the article. */
export function score({ article, furniture, media }: LabelledArticle, cleaned: string): Score {
  const left = squeeze(textOf(parseHtml(cleaned)));
  const total = { text: lengthOf(article), furniture: lengthOf(furniture), media: media.length };
  let textKept = 0;
  let at = 0;
  for (const part of article.flatMap(sentencesOf)) {
    const found = left.indexOf(part, at);
    if (found < 0) continue;
    textKept += part.length;
    at = found + part.length;
  }
  return {
    ...total,
    textKept,
    furnitureGone: lengthOf(furniture.filter((line) => !left.includes(line))),
    mediaKept: media.filter((name) => cleaned.includes(name)).length,
  };
}

export function sum(scores: readonly Score[]): Score {
  const add = (name: keyof Score) => scores.reduce((total, one) => total + one[name], 0);
  return {
    text: add('text'),
    textKept: add('textKept'),
    furniture: add('furniture'),
    furnitureGone: add('furnitureGone'),
    media: add('media'),
    mediaKept: add('mediaKept'),
  };
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((total, line) => total + line.length, 0);
const sentencesOf = (line: string): string[] => line.match(/[^。！？.!?]+[。！？.!?]*/g) ?? [];
