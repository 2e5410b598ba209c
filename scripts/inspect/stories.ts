import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { explainStory } from '../../src/digest/stories/explain.ts';
import { groupStories } from '../../src/digest/stories/group.ts';
import type { StoryInput } from '../../src/digest/stories/story.ts';
import { defineCommand, runCommand } from '../terminal/command.ts';
import { flag, text, WrongUsage } from '../terminal/option.ts';
import { plain } from '../terminal/plain.ts';
import { readStoryLines } from './stories-batch.ts';
import { readStoredItems } from './stories-folder.ts';
import { reasonsOf } from './stories-why.ts';

const inspectStoriesCommand = defineCommand({
  usage: [
    'npm run -s inspect -- --stories DIR [--why ITEM]',
    'npm run -s inspect -- --stories --batch [--why ITEM]',
  ],
  about: `Groups items into stories, each day on its own, by the function that a build groups with.

With DIR it reads the stored items below a folder and prints {"<path below DIR>": "<id of its story>", …}; with --batch it reads a JSON line {"id","day","feed","title","body","language","publishedAt","link"} an item from standard input and prints {"<id>": "<id of its story>", …}. A body is plain text or HTML and may be empty; language, publishedAt and link may be null or missing. A story that continues from the day before has the same id on both days.`,
  options: {
    stories: flag('groups stories, and does nothing else'),
    batch: flag('reads the items from standard input'),
    why: text(
      'ITEM',
      'explains which story an item (its name, path or id) is in, and what it was compared with',
    ),
  },
  operands: ([folder = null, ...others], { batch }) => {
    if (batch && folder !== null)
      throw new WrongUsage('--batch reads standard input: name no folder with it.');
    if (!batch && (folder === null || folder === '' || others.length > 0))
      throw new WrongUsage('Name one folder, such as --stories src/content/items, or say --batch.');
    return { folder };
  },
  exitCodes: {
    0: 'done',
    1: 'there is no such folder or item, or a line is no item',
    2: 'the options are wrong',
  },
});

/** Runs `inspect --stories`; `args` are those of the process. Gives the exit code. */
export function inspectStories(args: string[], input: Readable = process.stdin): Promise<number> {
  return runCommand(
    inspectStoriesCommand,
    async ({ folder, why }) => {
      const read = folder === null ? await readStoryLines(input) : await readStoredItems(folder);
      if ('items' in read) return why === null ? printStories(read.items) : printReasons(read.items, why);
      console.error(plain(read.problem));
      return 1;
    },
    args.map((arg) => (arg.startsWith('--stories=') ? arg.slice('--stories='.length) : arg)),
  );
}

function printStories(items: ReadonlyMap<string, StoryInput>): number {
  const firstDay = new Map<string, string>();
  const storyOf = new Map<string, string>();
  for (const { id, members, continues } of groupStories([...items.values()])) {
    const first = (continues === null ? undefined : firstDay.get(continues)) ?? id;
    firstDay.set(id, first);
    for (const member of members) storyOf.set(member, basename(first, '.md'));
  }
  const groups = Object.fromEntries([...items.keys()].map((key) => [key, storyOf.get(key) ?? key]));
  console.log(JSON.stringify(groups, null, 2));
  return 0;
}

function printReasons(items: ReadonlyMap<string, StoryInput>, wanted: string): number {
  const name = basename(wanted, '.md');
  const key = items.has(wanted) ? wanted : items.keys().find((each) => basename(each, '.md') === name);
  const found = key === undefined ? null : explainStory(key, [...items.values()]);
  if (key === undefined || found === null) {
    console.error(`There is no item ${plain(wanted)}.`);
    return 1;
  }
  const lines = reasonsOf(items.get(key)?.title ?? '', found);
  // `plain` takes the blanks that a line begins with.
  console.log(lines.map((line) => `${/^ */.exec(line)?.[0] ?? ''}${plain(line)}`).join('\n'));
  return 0;
}
