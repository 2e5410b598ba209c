import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { groupStories } from './group.ts';
import { storySignature } from './signature.ts';
import { type StoryInput, type StorySettings, storySettings } from './story.ts';

interface LabelledItem {
  event: string;
  /** Items with the same one are one article. */
  article?: string;
  feed: string;
  title: string;
  text: string;
  link?: string;
}
interface LabelledDay {
  day: string;
  language: string;
  /** Happenings that look alike and are not one. */
  beside: [string, string][];
  items: LabelledItem[];
}
interface Pair {
  one: LabelledItem;
  other: LabelledItem;
  together: boolean;
  looksAlike: boolean;
}

const days = ['simplified', 'traditional', 'english', 'vietnamese', 'malay'].map((name) => {
  const path = new URL(`fixtures/${name}.yaml`, import.meta.url);
  return parse(readFileSync(path, 'utf8')) as LabelledDay;
});

describe('the labelled days', () => {
  test('hold at least 300 pairs that a reader has judged', () => {
    const judged = pairs(storySettings).filter((pair) => isOneEvent(pair) || pair.looksAlike);
    expect(judged.length).toBeGreaterThanOrEqual(300);
  });

  test('are grouped with a precision of 0.97 and a recall of 0.90', () => {
    const { precision, recall, report } = figures(storySettings);
    console.log(report);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  test('have each article that stands in several places recognised, and no other', () => {
    for (const day of days) {
      const found = groupStories(inputs(day), storySettings).flatMap(({ sameArticle }) => sameArticle);
      const labelled = Map.groupBy(
        inputs(day).filter((_, index) => day.items[index]?.article !== undefined),
        (input) => day.items[Number(input.name.split('-').at(-1))]?.article,
      );
      const names = [...labelled.values()].map((set) => set.map(({ name }) => name));
      expect(found.map((set) => set.toSorted()).sort()).toEqual(names.map((set) => set.toSorted()).sort());
    }
  });

  const tenths = (Object.keys(storySettings) as (keyof StorySettings)[]).flatMap((setting) =>
    [0.9, 1.1].map((factor) => ({ setting, factor })),
  );
  test.each(tenths)('keep a precision of 0.93 with $setting times $factor', ({ setting, factor }) => {
    const moved = { ...storySettings, [setting]: storySettings[setting] * factor };
    expect(figures(moved).precision).toBeGreaterThanOrEqual(0.93);
  });
});

function inputs({ day, language, items }: LabelledDay): StoryInput[] {
  return items.map(({ feed, title, text, link }, index) => ({
    name: `${feed}-${String(index).padStart(4, '0')}`,
    feed,
    day,
    title,
    language,
    excerpt: text,
    signature: storySignature(title, text, language),
    link: link ?? null,
    publishedAt: null,
    firstSeenAt: `${day}T0${Math.floor(index / 60)}:${String(index % 60).padStart(2, '0')}:00.000Z`,
  }));
}

function pairs(settings: StorySettings): Pair[] {
  return days.flatMap((day) => {
    const groups = groupStories(inputs(day), settings);
    const storyOf = new Map(groups.flatMap(({ id, members }) => members.map((name) => [name, id])));
    const stories = inputs(day).map(({ name }) => storyOf.get(name));
    const alike = new Set(day.beside.map((two) => two.toSorted().join()));
    return day.items.flatMap((one, a) =>
      day.items.slice(a + 1).map((other, offset) => ({
        one,
        other,
        together: stories[a] === stories[a + 1 + offset],
        looksAlike: alike.has([one.event, other.event].sort().join()),
      })),
    );
  });
}

function isOneEvent({ one, other }: Pair): boolean {
  return one.event === other.event;
}

function figures(settings: StorySettings) {
  const all = pairs(settings);
  const told = all.filter(isOneEvent);
  const joined = all.filter(({ together }) => together);
  const right = joined.filter(isOneEvent);
  const precision = right.length / joined.length;
  const recall = right.length / told.length;
  const wrong = joined.filter((pair) => !isOneEvent(pair));
  const missed = told.filter(({ together }) => !together);
  const show = ({ one, other }: Pair) => `${one.title} | ${other.title}`;
  const report = [
    `stories: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} over ${told.length} pairs of one event`,
    `and ${all.filter((pair) => pair.looksAlike).length} that look alike, ${all.length} pairs in all`,
    ...wrong.map((pair) => `  wrongly one: ${show(pair)}`),
    ...missed.map((pair) => `  missed: ${show(pair)}`),
  ].join('\n');
  return { precision, recall, report };
}
