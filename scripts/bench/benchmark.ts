/** A table of figures: printed, and kept in BENCHMARKS.md. Columns after the first are figures. */
export interface Table {
  caption: string;
  columns: string[];
  rows: string[][];
}

/** What a benchmark is given to work with. */
export interface Bench {
  /** An empty folder of its own, removed afterwards. */
  folder: string;
  /** How often each thing is measured; the median counts. */
  rounds: number;
  /** Also what takes very long. */
  large: boolean;
  /** Tells how far it is. */
  say: (text: string) => void;
}

export interface Benchmark {
  /** For `--only`. */
  name: string;
  title: string;
  /** What is measured against what, and what is hoped for: Markdown, printed above the tables. */
  about: string;
  run: (bench: Bench) => Promise<Table[]>;
}
