import { parseDocument } from 'yaml';

/** A line of `on.schedule` in a workflow; GitHub reads `cron` in UTC when it names no zone. */
export interface ScheduledRun {
  cron: string;
  timeZone: string;
}

/**
 * When a workflow runs by itself, from the text of its file; null when that is no workflow with a schedule.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onschedule
 */
export function readSchedule(workflow: string): ScheduledRun[] | null {
  const schedule: unknown = parseDocument(workflow, { logLevel: 'error' }).toJS({ maxAliasCount: 0 })?.on
    ?.schedule;
  if (!Array.isArray(schedule)) return null;
  return schedule.flatMap((run: { cron?: unknown; timezone?: unknown }) =>
    typeof run?.cron === 'string'
      ? { cron: run.cron, timeZone: typeof run.timezone === 'string' ? run.timezone : 'UTC' }
      : [],
  );
}

/** The lines of a schedule as a workflow has them, without their indentation. */
export function scheduleLines(runs: readonly ScheduledRun[]): string[] {
  return runs.flatMap(({ cron, timeZone }) => [`- cron: '${cron}'`, `  timezone: '${timeZone}'`]);
}

/** The workflow with another schedule, its comments kept; null when it has no `schedule:` to put it under. */
export function withSchedule(workflow: string, runs: readonly ScheduledRun[]): string | null {
  const lines = workflow.split('\n');
  const start = lines.findIndex((line) => /^\s+schedule:\s*(?:#.*)?$/.test(line));
  if (start < 0) return null;
  const indent = indentOf(lines[start] ?? '');
  const length = lines.slice(start + 1).findIndex((line) => line.trim() !== '' && indentOf(line) <= indent);
  const end = length < 0 ? lines.length : start + 1 + length;
  const inside = lines.slice(start + 1, end);
  const comments = inside.filter((line) => line.trim().startsWith('#'));
  const blank = inside.slice(inside.findLastIndex((line) => line.trim() !== '') + 1);
  const written = scheduleLines(runs).map((line) => ' '.repeat(indent + 2) + line);
  return [...lines.slice(0, start + 1), ...comments, ...written, ...blank, ...lines.slice(end)].join('\n');
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
