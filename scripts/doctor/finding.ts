import { plain } from '../terminal/plain.ts';

/** One thing that the doctor checked. */
export interface Finding {
  mark: 'good' | 'worry' | 'bad';
  words: string;
  /** What to do, when there is something to do. */
  hint: string | null;
}

const marks = { good: '✓', worry: '·', bad: '✗' };

/** Prints a finding, whoever wrote its words. */
export function showFinding({ mark, words, hint }: Finding): void {
  console.log(`${marks[mark]} ${plain(words)}${hint === null ? '' : `\n    → ${plain(hint)}`}`);
}

/** What all findings come to, and the exit code. */
export function verdictOf(findings: readonly Finding[]): { words: string; code: 0 | 1 } {
  const bad = findings.filter(({ mark }) => mark === 'bad').length;
  if (bad === 0) return { words: 'All is well.', code: 0 };
  const things = bad === 1 ? 'One thing needs' : `${bad} things need`;
  return { words: `${things} mending; each line with ✗ says what to do.`, code: 1 };
}
