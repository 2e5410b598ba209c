/** What is known of an article before its page is looked at. */
export interface Evidence {
  /** Address of the page. */
  url: string;
  title: string | null;
  /** Beginnings of the article and descriptions of it: the feed's teaser, what the page says of itself. */
  teasers: readonly string[];
  /** The whole text by the page's structured data. */
  body: string | null;
}

/** Letters and digits alone, lower case: what two versions of a text have in common. */
export const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Pieces that a teaser is compared by: how many, and how long in characters. Less stands in many places. */
const pieces = 12;
const pieceLength = 16;

/** How much of a teaser stands in a text, 0 to 1. */
export type Tell = (bareText: string) => number;

/** Compares texts with the teasers: the largest share of any of them. */
export function tellerOf(teasers: readonly string[]): Tell {
  const told = [...new Set(teasers.map((teaser) => bare(teaser).slice(0, 400)))].flatMap((teaser) => {
    const cut = piecesOf(teaser);
    return cut.length > 0 ? [cut] : [];
  });
  return (text) => {
    let most = 0;
    for (const cut of told) {
      const found = cut.filter((piece) => text.includes(piece)).length;
      most = Math.max(most, found / cut.length);
    }
    return most;
  };
}

function piecesOf(teaser: string): string[] {
  if (teaser.length < pieceLength) return [];
  const last = teaser.length - pieceLength;
  const count = Math.min(pieces, last + 1);
  const at = (index: number) => (count === 1 ? 0 : Math.floor((last * index) / (count - 1)));
  return Array.from({ length: count }, (_, index) => teaser.slice(at(index), at(index) + pieceLength));
}

/** Whether a text stands in `whole`, both bare: its beginning does, or its end. */
export function standsIn(whole: string, bareText: string): boolean {
  if (bareText.length < pieceLength) return false;
  return whole.includes(bareText.slice(0, 40)) || whole.includes(bareText.slice(-40));
}
