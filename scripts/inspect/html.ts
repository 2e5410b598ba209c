import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Learned } from '../../src/clean/boilerplate/learn.ts';
import { cleanTitle } from '../../src/clean/clean-title.ts';
import { type Cleaned, clean } from '../../src/clean/pipeline.ts';
import type { Rule } from '../../src/clean/rule.ts';
import { loadCustomRules } from '../custom/load-rules.ts';
import { defineCommand, runCommand } from '../terminal/command.ts';
import { contentFolder, flag, text, WrongUsage } from '../terminal/option.ts';
import { plain } from '../terminal/plain.ts';
import { learnedBoilerplate } from './learned-boilerplate.ts';

const inspectHtmlCommand = defineCommand({
  usage: [
    'npm run -s inspect -- --html FILE [--base URL] [--feed ID] [--title TEXT] [--content DIR]',
    'npm run -s inspect -- --html --batch [--content DIR]',
  ],
  about: `Cleans the HTML of an article as a pull would: the cleaned HTML on standard output, what was removed on standard error. FILE is - for standard input.`,
  options: {
    html: flag('cleans the HTML of an article, and nothing else'),
    base: text('URL', 'the address of the article, which its relative links and its own site are known by'),
    feed: text('ID', 'the feed it came from: the boilerplate learned from that feed is removed too'),
    title: text('TEXT', 'its headline: a repetition of it is removed'),
    content: contentFolder,
    batch: flag(
      'reads a JSON line {"html","url","feed","title"} for each article on standard input, and writes a JSON line {"html","removed"} for each',
    ),
  },
  operands: ([file = null, ...others], { batch }) => {
    if (others.length > 0 || (file === null) !== batch)
      throw new WrongUsage('Give one FILE, or --batch and no file.');
    return { file };
  },
  exitCodes: { 0: 'cleaned', 1: 'the file could not be read', 2: 'the options are wrong' },
});

interface ArticleFacts {
  base: string | null;
  feed: string | null;
  title: string | null;
}

/** Runs `inspect --html`; `args` are those of the process. Gives the exit code. */
export function inspectHtml(args: string[]): Promise<number> {
  return runCommand(
    inspectHtmlCommand,
    async ({ file, content, ...article }) => {
      const { rules } = await loadCustomRules();
      return file === null ? cleanBatch(content, rules) : cleanFile(file, article, content, rules);
    },
    args,
  );
}

async function cleanFile(
  file: string,
  article: ArticleFacts,
  content: string,
  custom: readonly Rule[],
): Promise<number> {
  let html: string;
  try {
    html = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8');
  } catch {
    process.stderr.write(`${plain(file)} could not be read; is the path right?\n`);
    return 1;
  }
  const { html: cleaned, removed } = cleanOne(
    html,
    article,
    await learnedBoilerplate(content, article.feed),
    custom,
  );
  process.stdout.write(`${cleaned}\n`);
  for (const { rule, count, text } of removed) process.stderr.write(`${rule} × ${count}: ${plain(text)}\n`);
  if (removed.length === 0) process.stderr.write('nothing was removed\n');
  return 0;
}

function cleanOne(
  html: string,
  { base, feed, title }: ArticleFacts,
  learned: Learned | null,
  custom: readonly Rule[],
): Pick<Cleaned, 'html' | 'removed'> {
  const context = {
    feed: feed ?? 'inspected',
    title: cleanTitle(title ?? '', learned) || (title ?? ''),
    base,
    publishedAt: null,
    language: null,
    options: {},
    learned,
  };
  const { html: cleaned, removed } = clean(html, context, custom);
  return { html: cleaned, removed };
}

/** Answers each line by itself; a line that is not as expected gets an error. */
async function cleanBatch(content: string, custom: readonly Rule[]): Promise<number> {
  const known = new Map<string | null, Learned | null>();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const asked = question(line);
    if (asked === null) {
      process.stdout.write(`${JSON.stringify({ error: 'not a JSON line with html' })}\n`);
      continue;
    }
    const { feed } = asked;
    if (!known.has(feed)) known.set(feed, await learnedBoilerplate(content, feed));
    process.stdout.write(`${JSON.stringify(cleanOne(asked.html, asked, known.get(feed) ?? null, custom))}\n`);
  }
  return 0;
}

function question(
  line: string,
): { html: string; base: string | null; feed: string | null; title: string } | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return null;
    const fields = value as Record<string, unknown>;
    const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
    const html = text('html');
    return html === null ? null : { html, base: text('url'), feed: text('feed'), title: text('title') ?? '' };
  } catch {
    return null;
  }
}
