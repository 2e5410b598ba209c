import { readdirSync, readFileSync } from 'node:fs';
import type { Benchmark, Table } from './benchmark.ts';
import { contenders } from './cleaning/contenders.ts';
import { readLabelled } from './cleaning/labelled.ts';
import { type Score, score, sum } from './cleaning/score.ts';

const folder = new URL('cleaning/fixtures/', import.meta.url);

/** The sources whose articles are labelled, by name. */
export const labelled = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .sort()
  .map((name) => ({
    name: name.slice(0, -'.html'.length),
    articles: readLabelled(readFileSync(new URL(name, folder), 'utf8')),
  }));

export const cleaningBenchmark: Benchmark = {
  name: 'cleaning',
  title: 'What cleaning keeps and what it takes out',
  about: `${labelled.length} invented sources of ${labelled[0]?.articles.length ?? 0} articles each, their furniture labelled line by line in \`scripts/bench/cleaning/fixtures\`: the share of the article's characters that is kept in its order, the share of the furniture's that is gone, pictures and players. Hoped for: text kept at least 99.7 %, furniture gone at least 95 %, all pictures and players. The same bodies go to the allow-list alone, and to Readability.`,
  run: async () => [table()],
};

function table(): Table {
  return {
    caption: 'Text kept / furniture gone / pictures and players kept',
    columns: ['', 'all', ...labelled.map(({ name }) => name)],
    rows: contenders.map((contender) => {
      const scores = labelled.map(({ articles }) => {
        const cleaned = contender.clean(articles);
        return sum(articles.map((article, index) => score(article, cleaned[index] ?? '')));
      });
      return [contender.name, ...[sum(scores), ...scores].map(cell)];
    }),
  };
}

const share = (part: number, whole: number): string => (whole > 0 ? ((100 * part) / whole).toFixed(1) : '–');

const cell = ({ text, textKept, furniture, furnitureGone, media, mediaKept }: Score): string =>
  `${share(textKept, text)} / ${share(furnitureGone, furniture)} / ${share(mediaKept, media)}`;
