import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config, FeedConfig } from '../../src/config/schema.ts';
import type { Issue } from '../../src/issue.ts';
import { writeWhole } from '../store/write-whole.ts';

/**
 * The time that one run may take for asking (`pull.runMinutes`), so that it ends before its host ends it: what came in
 * is stored, committed and built, and the feeds that were left go first in the next run.
 */

/** Milliseconds since 1970 from which on a run that begins now asks nobody. */
export function askUntil({ pull }: Config): number {
  return Date.now() + pull.runMinutes * 60_000;
}

const leftSchema = z.array(z.string());

/** The ids of the feeds that the last run left. Kept beside the content; losing it costs their turn. */
export async function readLeft(content: string): Promise<ReadonlySet<string>> {
  const text = await readFile(fileOf(content), 'utf8').catch(() => '[]');
  try {
    return new Set(leftSchema.parse(JSON.parse(text)));
  } catch {
    return new Set();
  }
}

export async function writeLeft(content: string, left: readonly string[]): Promise<void> {
  await mkdir(join(content, '.cache'), { recursive: true });
  await writeWhole(fileOf(content), `${JSON.stringify(left)}\n`);
}

/** Those that were left come first; else the order stays. */
export function leftFirst<Job extends { feed: FeedConfig }>(
  jobs: readonly Job[],
  left: ReadonlySet<string>,
): Job[] {
  return [...jobs.filter(({ feed }) => left.has(feed.id)), ...jobs.filter(({ feed }) => !left.has(feed.id))];
}

const mostNamed = 20;

/** The issue of a run that left feeds; none when it asked all. */
export function leftIssues(left: readonly string[], { pull }: Config): Issue[] {
  if (left.length === 0) return [];
  const named = left.slice(0, mostNamed).join(', ') + (left.length > mostNamed ? ', …' : '');
  return [
    {
      feed: '',
      stage: 'fetch',
      code: 'run-over',
      message: `the ${pull.runMinutes} minutes of this run were over before all feeds were asked; left: ${left.length === 1 ? 'one' : left.length} (${named})`,
      hint: 'they go first in the next run; if this happens every night, raise pull.runMinutes or take fewer feeds of one host',
    },
  ];
}

function fileOf(content: string): string {
  return join(content, '.cache', 'left-feeds.json');
}
