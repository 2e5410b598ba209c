/**
 * Pagefind over the indexes of a paper: its engine and one index a month are files of the site. Months are taken
 * up a year at a time, the latest first, so that the first answer costs the same however old the paper is.
 */

/** What the index holds of a page. Sources and topics have a title only. */
export interface Found {
  url: string;
  /** A few words around what was found, `<mark>` around each hit; other than that, text with `<` and `>` escaped. */
  excerpt: string;
  meta: { title: string; source?: string; day?: string; language?: string };
}

/** One result; its data is loaded when it is asked for. */
export interface Result {
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

/** `indexes` has the path of each month's index by `YYYY-MM`, the latest first. */
export function openSearch(enginePath: string, indexes: ReadonlyMap<string, string>): Search {
  const months = [...indexes.keys()];
  let loading: Promise<Engine> | undefined;
  const merged = new Set<string>();
  let reach = MONTHS_AT_ONCE;

  const engineWith = async (wanted: readonly string[]): Promise<Engine> => {
    loading ??= import(/* @vite-ignore */ `${enginePath}pagefind.js`);
    const engine = await loading;
    const missing = wanted.filter((month) => indexes.has(month) && !merged.has(month));
    for (const month of missing) merged.add(month);
    await Promise.all(
      missing.map((month) => engine.mergeIndex(indexes.get(month) ?? '', { language: 'zh' })),
    );
    return engine;
  };

  return {
    find: async (query, filters) => {
      const { month } = filters;
      const engine = await engineWith(month === undefined ? months.slice(0, reach) : [month]);
      const { results } = await engine.search(query, { filters });
      if (results.length > 0) return results;
      const other = await simplified(query);
      return other === query ? [] : (await engine.search(other, { filters })).results;
    },
    further: () => {
      reach += MONTHS_AT_ONCE;
    },
    complete: () => reach >= months.length,
  };
}

/** The index holds simplified characters; the table for it is loaded only when a query needs it. */
async function simplified(query: string): Promise<string> {
  if (!/\p{Script=Han}/u.test(query)) return query;
  const { Converter } = await import('opencc-js/t2cn');
  return Converter({ from: 'twp', to: 'cn' })(query);
}
