import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { dayOf } from '../../src/digest/day.ts';
import { explainStory, type StoryExplanation } from '../../src/digest/stories/explain.ts';
import { groupStories } from '../../src/digest/stories/group.ts';
import { bodySignature } from '../../src/digest/stories/signature.ts';
import type { StoryInput } from '../../src/digest/stories/story.ts';
import { parseItemFile } from '../../src/store/item-file.ts';
import { defineCommand, runCommand } from '../terminal/command.ts';
import { type Option, text, WrongUsage } from '../terminal/option.ts';
import { plain } from '../terminal/plain.ts';

const folder: Option<string> = {
  placeholder: 'DIR',
  about: 'the folder of stored items, such as src/content/items',
  read: (given) => {
    const path = given.at(-1);
    if (path) return path;
    throw new WrongUsage('Name the folder, such as --stories src/content/items');
  },
};

const inspectStoriesCommand = defineCommand({
  usage: ['npm run -s inspect -- --stories DIR [--why ITEM]'],
  about: `Groups the stored items of a folder into stories, each day on its own.

Prints {"<path below DIR>": "<id of its story>", …}; a story that continues from the day before has the same id on both days.`,
  options: {
    stories: folder,
    why: text('ITEM', 'tells which story an item (its name or path) is in, and what it was compared with'),
  },
  exitCodes: { 0: 'done', 1: 'there is no such folder or item', 2: 'the options are wrong' },
});

/** Runs `inspect --stories`; `args` are those of the process. Gives the exit code. */
export function inspectStories(args: string[]): Promise<number> {
  return runCommand(
    inspectStoriesCommand,
    async ({ stories, why }) => {
      const items = await readItems(stories);
      if (items !== null) return why === null ? printStories(items) : printReasons(items, why);
      console.error(`There is no folder ${plain(stories)}.`);
      return 1;
    },
    args,
  );
}

/** The items below a folder by path, sorted; null when there is no such folder. A file that is no item is reported and left out. */
async function readItems(folder: string): Promise<Map<string, StoryInput> | null> {
  const entries = await readdir(folder, { recursive: true }).catch(() => null);
  if (entries === null) return null;
  const paths = entries
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path.endsWith('.md'))
    .sort();
  const items = new Map<string, StoryInput>();
  for (const path of paths) {
    const read = parseItemFile(await readFile(join(folder, path), 'utf8'));
    if ('problem' in read) console.error(`${plain(path)}: ${plain(read.problem)}`);
    else items.set(path, toInput(path, join(folder, path), read));
  }
  return items;
}

function toInput(path: string, file: string, { item, body }: Readable): StoryInput {
  const stored = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)\/[^/]+$/.exec(file.replaceAll(sep, '/'));
  const day = stored ? stored.slice(1).join('-') : dayOf(item.publishedAt ?? item.firstSeenAt, 'UTC');
  const { title, feed, excerpt, link, publishedAt, firstSeenAt } = item;
  const signature = bodySignature(title, body);
  return { name: path, feed, day, title, excerpt, signature, link, publishedAt, firstSeenAt };
}

type Readable = Exclude<ReturnType<typeof parseItemFile>, { problem: string }>;

function printStories(items: ReadonlyMap<string, StoryInput>): number {
  const firstDay = new Map<string, string>();
  const storyOf = new Map<string, string>();
  for (const { id, members, continues } of groupStories([...items.values()])) {
    const first = (continues === null ? undefined : firstDay.get(continues)) ?? id;
    firstDay.set(id, first);
    for (const member of members) storyOf.set(member, basename(first, '.md'));
  }
  const groups = Object.fromEntries([...items.keys()].map((path) => [path, storyOf.get(path) ?? path]));
  console.log(JSON.stringify(groups, null, 2));
  return 0;
}

function printReasons(items: ReadonlyMap<string, StoryInput>, wanted: string): number {
  const name = basename(wanted, '.md');
  const path = items.has(wanted) ? wanted : items.keys().find((each) => basename(each, '.md') === name);
  const found = path === undefined ? null : explainStory(path, [...items.values()]);
  if (path === undefined || found === null) {
    console.error(`There is no item ${plain(wanted)} in the folder.`);
    return 1;
  }
  console.log(
    reasons(items.get(path)?.title ?? '', found)
      .map(plain)
      .join('\n'),
  );
  return 0;
}

function reasons(title: string, found: StoryExplanation): string[] {
  const { story, needed, sameArticle, stories, compared } = found;
  const idOf = (name: string) => basename(name, '.md');
  const line = (mark: string, likeness: number, name: string, words: string) =>
    `${mark} ${likeness.toFixed(3)} ${idOf(name)} ${words}`;
  return [
    `Item: ${title}`,
    `Story: ${idOf(story.id)}, ${story.members.length} of that day${story.continues === null ? '' : `, goes on from ${idOf(story.continues)}`}`,
    ...sameArticle.map((name) => `Same article: ${idOf(name)}`),
    `Nearest stories, each as a whole (two become one from ${needed.toFixed(3)}):`,
    ...stories.map(({ id, title: other, items, likeness }) =>
      line('-', likeness, id, `${other.slice(0, 80)} [${items} of that day]`),
    ),
    'Nearest items (= of its story; 0 nothing in common, 1 the same words; @xx a country):',
    ...compared.map(({ name, title: other, likeness, shared, more, inStory }) => {
      const rest = more > 0 ? ` and ${more} more` : '';
      const words = `${other.slice(0, 80)} [${shared.slice(0, 12).join(' ')}${rest}]`;
      return line(inStory ? '=' : '-', likeness, name, words);
    }),
  ];
}
