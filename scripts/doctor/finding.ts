import { plain } from '../terminal/plain.ts';

/** One thing that the doctor looked at. */
export interface Finding {
  mark: 'good' | 'worry' | 'bad';
  words: string;
  /** What to do, when there is something to do. */
  hint: string | null;
}

const marks = { good: '✓', worry: '·', bad: '✗' };

export function findingLine({ mark, words, hint }: Finding): string {
  const line = `${marks[mark]} ${plain(words)}`;
  return hint === null ? line : `${line}\n    → ${plain(hint)}`;
}
