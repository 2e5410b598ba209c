import { indexLanguage, spaced, unspacedAgain } from '../../paper/search/words.ts';

/**
 * Pagefind over the indexes of a paper: its engine and the indexes of each month are files of the site. Indexes are
 * loaded a year at a time, the latest first, so that the first answer takes equally long however old the paper is.
 */

/** The data of a page in the index. Sources and topics have a title only. */
export interface Found {
  url: string;
  /**
   * A few words around what was found, spaced as in the index, `<mark>` around each hit; other than that, text with
   * `<` and `>` escaped.
   */
  excerpt: string;
  meta: { title: string; source?: string; day?: string; language?: string };
  /** All of its text, spaced. */
  content: string;
}

/** One result; its data is loaded on demand. */
export interface Result {
  id: string;
  data(): Promise<Found>;
}

/** Results, best first, and the query in the Chinese script that found them. */
interface Findings {
  results: Result[];
  asked: string;
}

interface Engine {
  mergeIndex(path: string, options: { language: string }): Promise<void>;
  search(query: string, options: { filters: Record<string, string> }): Promise<{ results: Result[] }>;
}

export interface Search {
  /** A month that the filters name is searched however old it is. */
  find(query: string, filters: Record<string, string>): Promise<Findings>;
  /** Loads the indexes of another year. */
  further(): void;
  /** Whether every month is searched. */
  complete(): boolean;
}

const MONTHS_AT_ONCE = 12;
/** The number of results that is enough, and of texts that are read to find more. */
const FEW = 10;
const CANDIDATES = 30;

/** `indexes` has the paths of each month's indexes by `YYYY-MM`, the latest first. */
export function openSearch(enginePath: string, indexes: ReadonlyMap<string, readonly string[]>): Search {
  const months = [...indexes.keys()];
  let loading: Promise<Engine> | undefined;
  const merged = new Set<string>();
  let reach = MONTHS_AT_ONCE;

  const engineWith = async (wanted: readonly string[]): Promise<Engine> => {
    loading ??= import(/* @vite-ignore */ `${enginePath}pagefind.js`);
    const engine = await loading;
    const missing = wanted.filter((month) => indexes.has(month) && !merged.has(month));
    for (const month of missing) merged.add(month);
    const paths = missing.flatMap((month) => indexes.get(month) ?? []);
    await Promise.all(paths.map((path) => engine.mergeIndex(path, { language: indexLanguage })));
    return engine;
  };

  return {
    find: async (query, filters) => {
      const { month } = filters;
      const engine = await engineWith(month === undefined ? months.slice(0, reach) : [month]);
      return withCutAcross(await findInEitherScript(query, engine, filters), engine, filters);
    },
    further: () => {
      reach += MONTHS_AT_ONCE;
    },
    complete: () => reach >= months.length,
  };
}

/**
 * The results of the query as typed, else in simplified characters. For an unknown word the engine matches words with
 * the same beginning, so results count only if the text of the first one contains the query.
 */
async function findInEitherScript(
  query: string,
  engine: Engine,
  filters: Record<string, string>,
): Promise<Findings> {
  let second: Findings | null = null;
  let last = query;
  for await (const { asked, words } of wordings(query)) {
    const { results } = await engine.search(words, { filters });
    last = asked;
    if (results[0] && (await holds(results[0], asked))) return { results, asked };
    if (results[0]) second ??= { results, asked };
  }
  return second ?? { results: [], asked: last };
}

const holds = async (result: Result, words: string): Promise<boolean> =>
  unspacedAgain((await result.data()).content).includes(words);

/**
 * When a short word of Han characters has few results, adds those that contain it across a word boundary, such as 渡轮 in
 * 渡 轮换. A search for its single characters gives candidates; their texts decide.
 */
async function withCutAcross(
  findings: Findings,
  engine: Engine,
  filters: Record<string, string>,
): Promise<Findings> {
  const { results, asked } = findings;
  if (results.length >= FEW || !/^\p{Script=Han}{2,4}$/u.test(asked)) return findings;
  const known = new Set(results.map(({ id }) => id));
  const { results: candidates } = await engine.search([...asked].join(' '), { filters });
  const unknown = candidates.filter(({ id }) => !known.has(id)).slice(0, CANDIDATES);
  const held = await Promise.all(unknown.map((result) => holds(result, asked)));
  return { results: [...results, ...unknown.filter((_, index) => held[index])], asked };
}

/** The queries to try until one has results: `words` for the engine, `asked` as the reader reads it. */
async function* wordings(query: string): AsyncGenerator<{ asked: string; words: string }> {
  for (const words of asPhraseFirst(query)) yield { asked: query, words };
  const other = await simplified(query);
  if (other !== query) for (const words of asPhraseFirst(other)) yield { asked: other, words };
}

/** A query without spaces is tried as one phrase first, then as separate words. */
function asPhraseFirst(query: string): string[] {
  const words = spaced(query);
  return words === query || /["\s]/.test(query) ? [words] : [`"${words}"`, words];
}

/** The index holds simplified characters; the table for it is loaded only when a query needs it. */
async function simplified(query: string): Promise<string> {
  if (!/\p{Script=Han}/u.test(query)) return query;
  const { Converter } = await import('opencc-js/t2cn');
  return Converter({ from: 'twp', to: 'cn' })(query);
}
