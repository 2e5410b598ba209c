import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { outlet } from '../invented/article.ts';
import { outlets, storedFile } from '../invented/stored.ts';

/** A paper with an archive, as a pull would have left it. */
export interface Archive {
  config: string;
  content: string;
  /** Paths of its items below `content/`. */
  paths: string[];
}

/** What each of the ten outlets prints a day: a hundred articles together, three thousand a month. */
const ofOutlet = 10;

/** Articles of the largest archive; every archive ends on the same day, with 27 days of a month behind it. */
const mostArticles = 100_100;

/** Writes an archive of so many articles into `folder`, committed as the nights of a paper leave it. */
export async function writeArchive(folder: string, articles: number): Promise<Archive> {
  const content = join(folder, 'content');
  const config = join(folder, 'digest.yaml');
  await mkdir(content, { recursive: true });
  await writeFile(config, configText());
  // The built site is not committed, as in any paper.
  await writeFile(join(folder, '.gitignore'), '/*\n!/content/\n!/digest.yaml\n');
  await git(folder, ['init', '--quiet']);
  const paths = await store(content, mostArticles - articles, mostArticles);
  await commit(folder);
  return { config, content, paths };
}

/** Adds articles on the next days of the last month of an archive; a later `turn` changes each of them. */
export async function addNight({ content }: Archive, articles: number, turn: number): Promise<void> {
  const more = turn === 0 ? '' : `<p>${turn}</p>\n`;
  await store(content, mostArticles, mostArticles + articles, more);
  await commit(dirname(content));
}

/** Stores some of the articles, always the same except for what is added at their end; returns their paths. */
async function store(content: string, from: number, to: number, more = ''): Promise<string[]> {
  const paths: string[] = [];
  for (let number = from; number < to; number += 1) {
    const { path, text } = storedFile(number, ofOutlet);
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text + more);
    paths.push(path);
  }
  return paths;
}

async function commit(folder: string): Promise<void> {
  await git(folder, ['add', '--all']);
  const author = ['-c', 'user.name=bench', '-c', 'user.email=bench@bench.example', '-c', 'gc.auto=0'];
  await git(folder, [...author, 'commit', '--quiet', '--message', 'A night']);
}

const run = promisify(execFile);
const git = (cwd: string, args: string[]) => run('git', args, { cwd, maxBuffer: 1 << 28 });

function configText(): string {
  const topics = { one: '天下', two: '城事', three: '格物' };
  const names = Object.keys(topics);
  const feeds = Array.from({ length: outlets }, (_, number) => {
    const { id, title, voice } = outlet(number);
    return {
      id,
      title,
      url: `https://${id}.example/feed`,
      language: voice.language,
      topics: [names[number % 3]],
    };
  });
  return JSON.stringify({ site: { title: 'Bench', url: 'https://bench.example/' }, topics, feeds }, null, 1);
}
