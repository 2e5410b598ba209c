import { type Learned, limits } from './boilerplate/state.ts';

/** Least number and share of titles for an affix to count as the source's. */
const leastTitles = 5;
const leastShare = 1 / 3;
/** An affix on this share of the titles or more distinguishes none of them, whatever it is. */
const constantShare = 0.9;
const longestAffix = 60;
/** Separators between a headline and a name. A hyphen needs spaces, or it would be part of a word. */
const separator = /\s+(?:--?|[–—|｜·•«»_~:])\s+|\s*[|｜]\s*/gu;
/** The mark of a column at the front. Counts as the source's only when nearly every title has the same. */
const columnMark = /^(?:[【[［「][^】\]］」]{1,30}[】\]］」]|[^：:]{1,20}(?:：|: ))/u;

/** Adds the affixes that the titles of a feed have in common to the known ones. Titles are those of `plainTitle`. */
export function learnAffixes(titles: string[], known: Learned['affixes']): Learned['affixes'] {
  const distinct = [...new Set(titles)];
  return {
    prefixes: merge(known.prefixes, common(distinct, prefixesOf)),
    suffixes: merge(known.suffixes, common(distinct, suffixesOf)),
  };
}

interface Affix {
  text: string;
  /** Whether it counts only when nearly every title has it. */
  doubtful: boolean;
}

function suffixesOf(title: string): Affix[] {
  const cuts = [...title.matchAll(separator)].map((match) => match.index).slice(-3);
  return cuts.filter((cut) => cut > 0).map((cut) => ({ text: title.slice(cut), doubtful: false }));
}

function prefixesOf(title: string): Affix[] {
  const cuts = [...title.matchAll(separator)].map((match) => match.index + match[0].length).slice(0, 2);
  const parts = cuts.map((cut) => ({ text: title.slice(0, cut), doubtful: false }));
  const mark = columnMark.exec(title);
  return mark ? [...parts, { text: mark[0], doubtful: true }] : parts;
}

/** The affixes of enough titles that are not one of several columns. */
function common(titles: string[], affixesOf: (title: string) => Affix[]): string[] {
  const counts = new Map<string, { count: number; doubtful: boolean }>();
  for (const title of titles) {
    for (const { text, doubtful } of affixesOf(title)) {
      if (text.length > longestAffix || text.length >= title.length) continue;
      counts.set(text, { count: (counts.get(text)?.count ?? 0) + 1, doubtful });
    }
  }
  return [...counts]
    .filter(([text, { count, doubtful }]) => {
      const share = count / titles.length;
      if (count < leastTitles || share < (doubtful ? constantShare : leastShare)) return false;
      return share >= constantShare || 3 * rivals(text, counts) < count;
    })
    .map(([text]) => text);
}

/** How many titles have another affix in the same place. A feed with several such affixes has columns. */
function rivals(affix: string, counts: Map<string, { count: number; doubtful: boolean }>): number {
  let sum = 0;
  for (const [text, { count, doubtful }] of counts) {
    const nested =
      text.endsWith(affix) || affix.endsWith(text) || text.startsWith(affix) || affix.startsWith(text);
    if (!doubtful && !nested && count > 1) sum += count;
  }
  return sum;
}

function merge(known: string[], found: string[]): string[] {
  return [...known.filter((affix) => !found.includes(affix)), ...found.sort()].slice(-limits.affixes);
}
