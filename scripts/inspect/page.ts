import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text as textOf } from 'node:stream/consumers';
import { clean } from '../../src/clean/pipeline.ts';
import { readArticle } from '../../src/extract/read-article.ts';
import { defineCommand, runCommand } from '../terminal/command.ts';
import { flag, text, WrongUsage } from '../terminal/option.ts';
import { plain } from '../terminal/plain.ts';

const inspectPageCommand = defineCommand({
  usage: [
    'npm run -s inspect -- --page FILE --base URL [--title TEXT] [--selector CSS]',
    'npm run -s inspect -- --page --batch',
  ],
  about:
    'Finds the article in a web page as a pull with fullText would, and cleans it: the cleaned HTML on standard output, or on standard error what the page is instead. FILE is - for standard input.',
  options: {
    page: flag('reads the article out of a web page, and nothing else'),
    base: text('URL', 'the address of the page'),
    title: text('TEXT', 'the headline that the feed gives'),
    selector: text(
      'CSS',
      'the element that holds the article; without it, the article is found automatically',
    ),
    batch: flag(
      'reads a JSON line {"id","html","url","title"} for each page on standard input, and writes a JSON line {"id","html","problem"} for each',
    ),
  },
  operands: ([file = null, ...others], { batch, base }) => {
    if (others.length > 0 || (file === null) !== batch)
      throw new WrongUsage('Give one FILE, or --batch and no file.');
    if (file !== null && !isAddress(base)) throw new WrongUsage('Give the address of the page as --base.');
    return { file };
  },
  exitCodes: {
    0: 'an article was found, or a batch was answered',
    1: 'there is no article, or the file could not be read',
    2: 'the options are wrong',
  },
});

interface PageAsked {
  html: string;
  url: string;
  title: string | null;
  selector?: string | undefined;
}

/** Cleaned HTML, or nothing and the name of what the page is instead of an article's. */
interface PageAnswer {
  html: string;
  problem?: string;
}

/** Runs `inspect --page`; `args` are those of the process. Gives the exit code. */
export function inspectPage(args: string[]): Promise<number> {
  return runCommand(
    inspectPageCommand,
    ({ file, base, title, selector }) =>
      file === null ? answerBatch() : readFromFile(file, base ?? '', title, selector ?? undefined),
    args,
  );
}

async function readFromFile(
  file: string,
  url: string,
  title: string | null,
  selector: string | undefined,
): Promise<number> {
  const source = file === '-' ? textOf(process.stdin) : readFile(file, 'utf8');
  const html = await source.catch(() => null);
  if (html === null) {
    process.stderr.write(`${plain(file)} could not be read; is the path right?\n`);
    return 1;
  }
  const { html: article, problem } = read({ html, url, title, selector });
  if (problem) process.stderr.write(`no article: ${problem}\n`);
  else process.stdout.write(`${article}\n`);
  return problem ? 1 : 0;
}

function isAddress(value: string | null): value is string {
  return value !== null && URL.canParse(value);
}

function read({ html, url, title, selector }: PageAsked): PageAnswer {
  const reading = readArticle(html, url, { title, selector });
  if ('problem' in reading) return { html: '', problem: reading.problem };
  const { facts, article } = reading;
  const { html: cleaned } = clean(article.html, {
    feed: 'inspected',
    title: title ?? facts.title ?? '',
    base: url,
    publishedAt: null,
    language: facts.language,
    options: {},
    learned: null,
  });
  return { html: cleaned };
}

/** Answers each line by itself; a line that is no question gets an answer that says so. */
async function answerBatch(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answer(line))}\n`);
  }
  return 0;
}

function answer(line: string): unknown {
  const asked = question(line);
  return asked === null ? { error: 'not a JSON line with html and url' } : { id: asked.id, ...read(asked) };
}

function question(line: string): (PageAsked & { id: unknown }) | null {
  try {
    const value = JSON.parse(line) as Record<string, unknown> | null;
    if (typeof value !== 'object' || value === null) return null;
    const { id, html, url, title } = value;
    if (typeof html !== 'string' || typeof url !== 'string' || !isAddress(url)) return null;
    return { id, html, url, title: typeof title === 'string' ? title : null };
  } catch {
    return null;
  }
}
