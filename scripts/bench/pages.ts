import { readdirSync, readFileSync } from 'node:fs';
import { readArticle } from '../../src/extract/read-article.ts';
import type { Bench, Benchmark, Table } from './benchmark.ts';
import { type Score, score, sum } from './cleaning/score.ts';
import { median, times } from './figures.ts';
import { articleExtractor, defuddle, readability } from './pages/extractors.ts';
import { type InventedPage, inventPages } from './pages/invented-pages.ts';
import { layouts } from './pages/layouts.ts';

interface Extractor {
  name: string;
  /** HTML of the article, '' for none. */
  extract: (html: string, url: string) => string | Promise<string>;
}

const extractors: readonly Extractor[] = [
  { name: 'Broadsheet', extract: broadsheet },
  { name: 'Readability', extract: readability },
  { name: 'Defuddle', extract: defuddle },
  { name: 'article-extractor', extract: articleExtractor },
];

function broadsheet(html: string, url: string): string {
  const reading = readArticle(html, url);
  return 'article' in reading ? reading.article.html : '';
}

const each = 9;
const folder = new URL('../../src/extract/fixtures/no-article/', import.meta.url);

export const pagesBenchmark: Benchmark = {
  name: 'pages',
  title: 'Finding the article in a web page',
  about: `${layouts.length * each} invented pages, ${each} of every layout in \`scripts/bench/pages/layouts.ts\`, two of three in Chinese: the share of the article's characters that is found in its order, the share of the rest's that is left out, pictures; then how many of the pages in \`src/extract/fixtures/no-article\` are refused; and the processor's time a page. None is cleaned afterwards. Readability, Defuddle and article-extractor run on linkedom. Hoped for: text found at least 99 %, the rest left out at least 98 %, at most 2 × the time of Readability.`,
  run,
};

async function run({ rounds, say }: Bench): Promise<Table[]> {
  const pages = inventPages(each);
  const rows: string[][] = [];
  const scores = new Map<string, Score[]>();
  let floor = 0;
  const measured: { name: string; time: number }[] = [];
  for (const { name, extract } of extractors) {
    say(name);
    const rounded: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { time, found } = await measure(pages, extract);
      rounded.push(time / pages.length);
      scores.set(
        name,
        pages.map((page, index) => score(page, found[index] ?? '')),
      );
    }
    measured.push({ name, time: median(rounded) });
    if (name === 'Readability') floor = median(rounded);
  }
  for (const { name, time } of measured) {
    const refused = await refusedBy(extractors.find((one) => one.name === name));
    const total = sum(scores.get(name) ?? []);
    rows.push([
      name,
      share(total.textKept, total.text),
      share(total.furnitureGone, total.furniture),
      share(total.mediaKept, total.media),
      refused,
      `${time.toFixed(1)} ms`,
      times(time, floor),
    ]);
  }
  return [
    {
      caption: 'All pages',
      columns: ['', 'text found', 'rest left out', 'pictures', 'no article', 'a page', 'of Readability'],
      rows,
    },
    {
      caption: 'Text found / rest left out, by layout',
      columns: ['', ...extractors.map(({ name }) => name)],
      rows: layouts.map((layout) => [
        layout.name,
        ...extractors.map(({ name }) => cell(pages, scores.get(name) ?? [], layout.name)),
      ]),
    },
  ];
}

async function measure(pages: readonly InventedPage[], extract: Extractor['extract']) {
  const found: string[] = [];
  const before = process.cpuUsage();
  for (const { html, link } of pages) found.push(await foundBy(extract, html, link));
  const { user, system } = process.cpuUsage(before);
  return { time: (user + system) / 1000, found };
}

/** What an extractor finds; one that throws has found nothing. */
async function foundBy(extract: Extractor['extract'], html: string, url: string): Promise<string> {
  try {
    return await extract(html, url);
  } catch {
    return '';
  }
}

async function refusedBy(extractor: Extractor | undefined): Promise<string> {
  const names = readdirSync(folder);
  let refused = 0;
  for (const name of names) {
    const html = readFileSync(new URL(name, folder), 'utf8');
    const found = extractor
      ? await foundBy(extractor.extract, html, 'https://orrin.example/news/night-ferry')
      : '';
    if (found.replace(/<[^>]*>/g, '').trim() === '') refused += 1;
  }
  return `${refused} of ${names.length}`;
}

const share = (part: number, whole: number): string =>
  whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : '–';

function cell(pages: readonly InventedPage[], scores: readonly Score[], layout: string): string {
  const total = sum(scores.filter((_, index) => pages[index]?.layout.name === layout));
  return `${share(total.textKept, total.text)} / ${share(total.furnitureGone, total.furniture)}`;
}
