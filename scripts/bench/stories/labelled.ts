import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { storySignature } from '../../../src/digest/stories/signature.ts';
import type { StoryInput } from '../../../src/digest/stories/story.ts';

const fixtures = new URL('../../../src/digest/stories/fixtures/', import.meta.url);

/** A day of invented news, of which a reader has said which items tell one event. */
export interface LabelledDay {
  name: string;
  items: StoryInput[];
  /** Of each item the event that it tells. */
  events: string[];
}

interface Fixture {
  day: string;
  language: string;
  items: { event: string; feed: string; title: string; text: string; link?: string }[];
}

/** The labelled days of the tests, their texts cut to so many characters, sorted by name. */
export async function labelledDays(characters: number): Promise<LabelledDay[]> {
  const names = (await readdir(fixtures)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => {
      const fixture = parse(await readFile(new URL(name, fixtures), 'utf8')) as Fixture;
      return {
        name: name.replace('.yaml', ''),
        items: fixture.items.map((item, index) => inputOf(item, index, fixture, characters)),
        events: fixture.items.map(({ event }) => event),
      };
    }),
  );
}

function inputOf(
  { feed, title, text, link }: Fixture['items'][number],
  index: number,
  { day, language }: Fixture,
  characters: number,
): StoryInput {
  const excerpt = text.slice(0, characters);
  return {
    name: `${feed}-${String(index).padStart(4, '0')}`,
    ...{ feed, day, title, language, excerpt },
    signature: storySignature(title, excerpt, language),
    link: link ?? null,
    publishedAt: null,
    firstSeenAt: `${day}T${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}:00.000Z`,
  };
}
