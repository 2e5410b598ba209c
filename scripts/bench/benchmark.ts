/** A table of figures: printed, and kept in BENCHMARKS.md. Columns after the first are figures. */
export interface Table {
  caption: string;
  columns: string[];
  rows: string[][];
}

/** The arguments of a benchmark. */
export interface Bench {
  /** An empty folder of its own, removed afterwards. */
  folder: string;
  /** How many times each thing is measured; the median is reported. */
  rounds: number;
  /** Whether to run the parts that take very long, too. */
  large: boolean;
  /** Reports progress. */
  say: (text: string) => void;
}

export interface Benchmark {
  /** Its name for `--only`. */
  name: string;
  title: string;
  /** What is compared, and the goal: Markdown, printed above the tables. */
  about: string;
  run: (bench: Bench) => Promise<Table[]>;
}
