import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Learned } from '../../src/clean/boilerplate/learn.ts';
import { cleanTitle } from '../../src/clean/clean-title.ts';
import { type Cleaned, clean } from '../../src/clean/pipeline.ts';
import type { Rule } from '../../src/clean/rule.ts';
import { loadCustomRules } from '../custom/load-rules.ts';
import { plain } from '../terminal/plain.ts';
import { learnedOf } from './learned.ts';

export const inspectHtmlHelp = `npm run -s inspect -- --html FILE [--base URL] [--feed ID] [--title TEXT] [--content DIR]
npm run -s inspect -- --html --batch [--content DIR]

Cleans the HTML of an article as a pull would: the cleaned HTML on standard output, what went on standard error.

  --base URL     the address of the article, for relative links and for what "the same site" is
  --feed ID      the feed it came from: what that feed has taught is taken out too
  --title TEXT   its headline: a repetition of it goes
  --content DIR  where the status of the feeds is stored   (src/content)
  --batch        a JSON line {"html","url","feed","title"} an article on standard input, {"html","removed"} in answer
  FILE           - for standard input

Exit codes: 0 cleaned; 1 the file could not be read; 2 the options are wrong.
`;

interface Options {
  file: string | null;
  base: string | null;
  feed: string | null;
  title: string;
  content: string;
}

/** Runs `inspect --html`; `args` are the command line's. Returns the exit code. */
export async function inspectHtml(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options === '' ? '' : `${plain(options)}\n\n`}${inspectHtmlHelp}`);
    return options === '' ? 0 : 2;
  }
  const { rules } = await loadCustomRules();
  if (options.file === null) return await cleanBatch(options.content, rules);
  let html: string;
  try {
    html = await readFile(options.file === '-' ? '/dev/stdin' : options.file, 'utf8');
  } catch {
    process.stderr.write(`${plain(options.file)} could not be read; is the path right?\n`);
    return 1;
  }
  const { html: cleaned, removed } = cleanOne(
    html,
    options,
    await learnedOf(options.content, options.feed),
    rules,
  );
  process.stdout.write(`${cleaned}\n`);
  for (const { rule, count, text } of removed) process.stderr.write(`${rule} × ${count}: ${plain(text)}\n`);
  if (removed.length === 0) process.stderr.write('nothing taken out\n');
  return 0;
}

/** The options, '' when help is wanted, else a sentence about what is wrong. */
function readOptions(args: string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        html: { type: 'boolean' },
        batch: { type: 'boolean' },
        base: { type: 'string' },
        feed: { type: 'string' },
        title: { type: 'string' },
        content: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return '';
    if (positionals.length !== (values.batch ? 0 : 1)) return 'Give one FILE, or --batch and none.';
    return {
      file: positionals[0] ?? null,
      base: values.base ?? null,
      feed: values.feed ?? null,
      title: values.title ?? '',
      content: values.content ?? process.env['BROADSHEET_CONTENT'] ?? 'src/content',
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function cleanOne(
  html: string,
  { base, feed, title }: Pick<Options, 'base' | 'feed' | 'title'>,
  learned: Learned | null,
  custom: readonly Rule[],
): Pick<Cleaned, 'html' | 'removed'> {
  const context = {
    feed: feed ?? 'inspected',
    title: cleanTitle(title, learned) || title,
    base,
    publishedAt: null,
    language: null,
    options: {},
    learned,
  };
  const { html: cleaned, removed } = clean(html, context, custom);
  return { html: cleaned, removed };
}

/** Answers each line by itself; a line that is no question gets an answer that says so. */
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
    if (!known.has(feed)) known.set(feed, await learnedOf(content, feed));
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
