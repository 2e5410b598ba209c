import { groupStories } from '../../../src/digest/stories/group.ts';
import type { Table } from '../benchmark.ts';
import { type LabelledDay, labelledDays } from './labelled.ts';
import { averageLink, cosines } from './tf-idf.ts';

/** Characters of a text that are given, and what such an item is. */
const lengths = [
  { characters: 0, name: 'headline' },
  { characters: 60, name: '60 characters' },
  { characters: 100, name: '100 characters' },
  { characters: Number.POSITIVE_INFINITY, name: 'whole text' },
];
const thresholds = Array.from({ length: 40 }, (_, step) => 0.01 * (step + 1));

/** Pairs of items of one event that stand together, that do not, and pairs of two events that do. */
interface Pairs {
  right: number;
  missed: number;
  wrong: number;
}

/** How well the labelled days are grouped, by day and length, beside the baseline at its best single threshold. */
export async function qualityTable(): Promise<Table> {
  const rows = (await Promise.all(lengths.map(({ characters }) => labelledDays(characters)))).flatMap(
    (days, index) =>
      days.map((day) => {
        const alike = cosines(day.items);
        return {
          day,
          length: lengths[index]?.name ?? '',
          own: countPairs(day, groupsOf(day)),
          baseline: thresholds.map((threshold) => countPairs(day, averageLink(alike, threshold))),
        };
      }),
  );
  const meanAt = (step: number) =>
    rows.reduce((sum, { baseline }) => sum + f1(baseline[step]), 0) / rows.length;
  const best = thresholds.map((_, step) => step).reduce((a, b) => (meanAt(b) > meanAt(a) ? b : a));
  const sorted = rows.toSorted((a, b) => (a.day.name < b.day.name ? -1 : a.day.name > b.day.name ? 1 : 0));
  return {
    caption: `Precision / recall / F1 over the labelled days of the tests; the baseline is TF-IDF with average link at ${thresholds[best]?.toFixed(2)}, its best threshold for all of them`,
    columns: ['day', 'of each item', 'items', 'stories', 'baseline'],
    rows: sorted.map(({ day, length, own, baseline }) => [
      day.name,
      length,
      String(day.items.length),
      figures(own),
      figures(baseline[best]),
    ]),
  };
}

function groupsOf({ items }: LabelledDay): number[][] {
  const positions = new Map(items.map(({ name }, index) => [name, index]));
  return groupStories(items).map(({ members }) => members.flatMap((name) => positions.get(name) ?? []));
}

function countPairs({ events }: LabelledDay, groups: readonly number[][]): Pairs {
  const groupOf = new Map(
    groups.flatMap((group, index) => group.map((position) => [position, index] as const)),
  );
  const pairs = { right: 0, missed: 0, wrong: 0 };
  events.forEach((event, a) => {
    for (let b = a + 1; b < events.length; b += 1) {
      const together = groupOf.get(a) === groupOf.get(b);
      if (event === events[b]) pairs[together ? 'right' : 'missed'] += 1;
      else if (together) pairs.wrong += 1;
    }
  });
  return pairs;
}

function precision({ right, wrong }: Pairs): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

function recall({ right, missed }: Pairs): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

function f1(pairs: Pairs | undefined): number {
  if (!pairs) return 0;
  const [p, r] = [precision(pairs), recall(pairs)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

function figures(pairs: Pairs | undefined): string {
  if (!pairs) return '';
  return [precision(pairs), recall(pairs), f1(pairs)].map((each) => each.toFixed(2)).join(' / ');
}
