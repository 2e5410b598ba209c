import { instantOf } from '../instant.ts';
import type { Article } from './article.ts';
import { type Stage, stageOf, stages } from './headline-stage.ts';

/** An article of a story, and what says how far in front it stands. */
export interface Teller {
  article: Article;
  stage: Stage;
  /** The sign of its headline that shows the stage; '' when nothing does. */
  sign: string;
  /** How much it has in common with the others of the story, as a share of what the most typical one has. */
  typical: number;
}

/** How much being the newest of a story counts beside being the most typical. */
const newestCounts = 0.25;

/**
 * The articles of a story, the one to show in front first: what tells the outcome before what is running, a preview,
 * commentary, and a statement in full; of one stage the one that has most in common with all others, and the newer
 * the better, as a later report knows more. `likeness` is the sum of each article's likenesses to the others.
 */
export function frontFirst(articles: readonly Article[], likeness: readonly number[]): Teller[] {
  const most = Math.max(...likeness);
  const instants = articles.map(({ items }) => Date.parse(items[0] ? instantOf(items[0]) : '') || 0);
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const ranked = articles.map((article, index) => {
    const typical = most > 0 ? (likeness[index] ?? 0) / most : 1;
    const newer = last > first ? ((instants[index] ?? 0) - first) / (last - first) : 0;
    const teller: Teller = { article, ...stageOf(article.items[0]?.title ?? ''), typical };
    return { teller, score: typical + newestCounts * newer, index };
  });
  return ranked
    .sort(
      (a, b) =>
        stages.indexOf(a.teller.stage) - stages.indexOf(b.teller.stage) ||
        b.score - a.score ||
        a.index - b.index,
    )
    .map(({ teller }) => teller);
}
