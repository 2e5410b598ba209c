import { escapeText } from './escape.ts';
import { languageTag } from './language.ts';
import { memoize } from './memoize.ts';

/** Where a headline may break: between its clauses first, then between words, never inside a word. */

/** Scripts without spaces between words, whose words only a dictionary tells apart. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** Breaks closer than this bring nothing to a line and cost markup, so short words stay with their neighbour. */
const SHORTEST = 3;
/** A run is not made longer than this by single characters. */
const LONGEST = 8;
/** A clause is kept on a line of its own from this length on: shorter ones would leave gaps. */
const SHORTEST_CLAUSE = 4;
/** No line may begin with these, and none may end with those. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;
/** Words of one character that belong to what follows them. */
const leading =
  /[\p{Ps}\p{Pi}不没沒被将將在对對从從为為与與和及或向把让讓以于於至到已又再正最更各每第因由拟擬称稱新老大小长長多全总總首无無一二两兩三四五六七八九十几幾百千]/u;

/**
 * The clauses of a headline in a script without spaces, each with its unbreakable runs: `渡轮 提前开` is
 * `[['渡轮'], ['提前开']]`. Any other headline is one run, which breaks at its spaces.
 */
export function headlineRuns(title: string, language: string | null): string[][] {
  if (!unspaced.test(title)) return [[title]];
  return clausesOf(title).map((clause) => runsOf(clause, language ?? 'zh'));
}

/** The same as escaped HTML: a `span` around each of several clauses, a `wbr` between the runs. */
export function headlineHtml(title: string, language: string | null): string {
  const clauses = headlineRuns(title, language).map((runs) => runs.map(escapeText).join('<wbr>'));
  return clauses.length === 1 ? clauses.join('') : clauses.map((html) => `<span>${html}</span>`).join(' ');
}

/** Parts between spaces that stand between characters of these scripts; a short part stays with its neighbour. */
function clausesOf(title: string): string[] {
  const clauses: string[] = [];
  for (const part of title.split(/(?<=[\p{sc=Han}\p{P}]) +(?=[\p{sc=Han}\p{P}])/u)) {
    const last = clauses.at(-1);
    if (last !== undefined && Math.min(last.length, part.length) < SHORTEST_CLAUSE)
      clauses[clauses.length - 1] = `${last} ${part}`;
    else clauses.push(part);
  }
  return clauses;
}

function runsOf(clause: string, language: string): string[] {
  const runs: string[] = [];
  for (const { segment } of segmenterOf(language)?.segment(clause) ?? [{ segment: clause }]) {
    const last = runs.at(-1);
    if (last !== undefined && stays(last, segment)) runs[runs.length - 1] = last + segment;
    else runs.push(segment);
  }
  const end = runs.at(-1) ?? '';
  return runs.length > 1 && end.length < 2 ? [...runs.slice(0, -2), (runs.at(-2) ?? '') + end] : runs;
}

/**
 * Whether a segment stays with the run before it. Single characters do: dictionaries do not know names of people, and
 * give their characters one by one.
 */
function stays(run: string, segment: string): boolean {
  if (closing.test(segment) || opening.test(run) || segment.trim() === '') return true;
  if (run.length < SHORTEST) return true;
  return segment.length === 1 && !leading.test(segment) && run.length < LONGEST;
}

/** Null for a language that `Intl` does not know: a feed may name anything as its language. */
const segmenterOf = memoize((language): Intl.Segmenter | null =>
  languageTag(language) === null ? null : new Intl.Segmenter(language, { granularity: 'word' }),
);
