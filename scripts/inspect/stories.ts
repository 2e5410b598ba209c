import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '../../src/digest/day.ts';
import { explainStory, type StoryExplanation } from '../../src/digest/stories/explain.ts';
import { groupStories } from '../../src/digest/stories/group.ts';
import { bodySignature } from '../../src/digest/stories/signature.ts';
import type { StoryInput } from '../../src/digest/stories/story.ts';
import { parseItemFile } from '../../src/store/item-file.ts';
import { plain } from '../terminal/plain.ts';

const storiesHelp = `npm run -s inspect -- --stories DIR
npm run -s inspect -- --stories DIR --why ITEM

Groups the stored items of a folder into stories, each day on its own.

Prints {"<path below DIR>": "<id of its story>", …}; a story that goes on from the day before has one id on both days.

  --why ITEM  tells instead which story an item is in and what it was compared with; ITEM is its name or path
  --help      this text

Exit codes: 0 done; 1 no such folder or item; 2 the options are wrong.
`;

/** `inspect --stories DIR`. Answers the exit code. */
export async function inspectStories(args: string[]): Promise<number> {
  const options = readOptions(args);
  if ('problem' in options) {
    console.error(`${plain(options.problem)}\n\n${storiesHelp}`);
    return 2;
  }
  if (options.folder === null) {
    console.log(storiesHelp);
    return 0;
  }
  const items = await readItems(options.folder);
  if (items === null) {
    console.error(`There is no folder ${plain(options.folder)}.`);
    return 1;
  }
  return options.why === null ? printStories(items) : printReasons(items, options.why);
}

type Options = { folder: string | null; why: string | null } | { problem: string };

function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        stories: { type: 'string' },
        why: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { folder: null, why: null };
    if (!values.stories) return { problem: 'name the folder, such as --stories src/content/items' };
    return { folder: values.stories, why: values.why ?? null };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The items below a folder by path, sorted; null when there is no such folder. What is no item is told and left out. */
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
