import { indexLanguage, spaced, unspacedAgain } from '../../paper/search/words.ts';

/**
 * Pagefind over the indexes of a paper: its engine and the indexes of each month are files of the site. Months are taken
 * up a year at a time, the latest first, so that the first answer costs the same however old the paper is.
 */

/** What the index holds of a page. Sources and topics have a title only. */
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

/** One result; its data is loaded when it is asked for. */
export interface Result {
  id: string;
  data(): Promise<Found>;
}

interface Engine {
  mergeIndex(path: string, options: { language: string }): Promise<void>;
  search(query: string, options: { filters: Record<string, string> }): Promise<{ results: Result[] }>;
}

export interface Search {
  /** Results, best first. A month among the filters is searched however far back it lies. */
  find(query: string, filters: Record<string, string>): Promise<Result[]>;
  /** Takes up another year. */
  further(): void;
  /** Whether every month is searched. */
  complete(): boolean;
}

const MONTHS_AT_ONCE = 12;
/** Results that are enough, and texts that are read to find more. */
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
      let results: Result[] = [];
      for await (const words of wordings(query)) {
        ({ results } = await engine.search(words, { filters }));
        if (results.length > 0) break;
      }
      return withCutAcross(results, query, engine, filters);
    },
    further: () => {
      reach += MONTHS_AT_ONCE;
    },
    complete: () => reach >= months.length,
  };
}

/**
 * Where few results have a short word of Han characters, those after them that have it across two words of
 * theirs: 渡轮 in 渡 轮换. Its characters lead to where it may be, and the text tells.
 */
async function withCutAcross(
  results: Result[],
  query: string,
  engine: Engine,
  filters: Record<string, string>,
): Promise<Result[]> {
  if (results.length >= FEW || !/^\p{Script=Han}{2,4}$/u.test(query)) return results;
  const known = new Set(results.map(({ id }) => id));
  const { results: candidates } = await engine.search([...query].join(' '), { filters });
  const unknown = candidates.filter(({ id }) => !known.has(id)).slice(0, CANDIDATES);
  const holds = await Promise.all(
    unknown.map(async (result) => unspacedAgain((await result.data()).content).includes(query)),
  );
  return [...results, ...unknown.filter((_, index) => holds[index])];
}

/** What is asked for one after the other until something is found. */
async function* wordings(query: string): AsyncGenerator<string> {
  yield* asPhraseFirst(query);
  const other = await simplified(query);
  if (other !== query) yield* asPhraseFirst(other);
}

/** Words that are written as one are first asked for as they stand, then each on its own. */
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
