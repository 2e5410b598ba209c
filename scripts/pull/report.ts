import type { Issue } from '../../src/issue.ts';
import { annotation, markdownCell } from '../terminal/job-summary.ts';
import { plain } from '../terminal/plain.ts';
import type { WentToPress } from './press.ts';

/**
 * The result for one feed. `resting`: not asked, because its publisher wants us to wait. `left`: not asked, because the
 * time of the run was over.
 */
export interface FeedResult {
  feed: string;
  status: 'ok' | 'failed' | 'resting' | 'retired' | 'off' | 'left';
  added: number;
  updated: number;
  unchanged: number;
  /** New items that mute rules keep out of editions and feeds: how many by which rule, most first. */
  muted: MutedItems[];
  issues: Issue[];
}

export interface MutedItems {
  rule: string;
  items: number;
}

/** The result of a pull, feeds in the order of the configuration. */
export interface PullReport {
  feeds: FeedResult[];
  /** What went wrong with the run as a whole, and did not end it. */
  issues: Issue[];
  /** Whether so many feeds failed that the run as a whole failed. */
  failed: boolean;
  /** The edition that goes to press with this pull; null when none does. */
  press: WentToPress | null;
}

/** The code of the issue that ends the run as failed, however many feeds are well. */
export const diskFull = 'disk-full';

/**
 * The report of a pull: it failed when at least the share `failWhen` (0 to 1, at least one feed) of the asked feeds
 * failed, or when the disk is full.
 */
export function reportOf(feeds: FeedResult[], failWhen: number, issues: Issue[] = []): PullReport {
  const asked = feeds.filter(({ status }) => status === 'ok' || status === 'failed');
  const bad = asked.filter(({ status }) => status === 'failed');
  const tooMany = bad.length > 0 && bad.length >= failWhen * asked.length;
  return { feeds, issues, failed: tooMany || isFullDisk(feeds), press: null };
}

function isFullDisk(feeds: readonly FeedResult[]): boolean {
  return feeds.some((feed) => feed.issues.some(({ code }) => code === diskFull));
}

/** One line for a feed, and two more for each issue, without control characters. */
export function feedLines(result: FeedResult, width: number): string[] {
  const head = `${result.feed.padEnd(width)}  ${statusWords(result)}`;
  return [
    head,
    ...(result.muted.length > 0 ? [`    muted ${mutedWords(result.muted)}`] : []),
    ...issueLines(result.issues),
  ];
}

/** Two lines for each thing that went wrong: what it was and what to do. */
export function issueLines(issues: readonly Issue[]): string[] {
  return issues.flatMap((issue) => [`    ! ${plain(issue.message)}`, `    → ${plain(issue.hint)}`]);
}

export function summaryLine({ feeds, failed, press }: PullReport): string {
  const sum = (field: 'added' | 'updated' | 'unchanged') => feeds.reduce((all, feed) => all + feed[field], 0);
  const count = (status: FeedResult['status']) => feeds.filter((feed) => feed.status === status).length;
  const parts = [`${sum('added')} new`, `${sum('updated')} updated`, `${sum('unchanged')} unchanged`];
  const muted = feeds.flatMap((feed) => feed.muted).reduce((all, { items }) => all + items, 0);
  if (muted > 0) parts.push(`${muted} of the new muted`);
  const bad = count('failed') > 0 ? `, ${count('failed')} failed` : '';
  const why = isFullDisk(feeds) ? 'the disk is full' : 'too many feeds failed';
  const verdict = failed ? `  This run failed, because ${why}. What was stored stays.` : '';
  const printed = press === null ? '' : `  The edition of ${press.edition} goes to press.`;
  return `${feeds.length} feeds${bad}: ${parts.join(', ')}.${printed}${verdict}`;
}

/** A Markdown table for the summary page of a GitHub run. */
export function jobSummary(report: PullReport): string {
  const rows = report.feeds.map((result) => {
    const muted = result.muted.length > 0 ? [`muted ${mutedWords(result.muted)}`] : [];
    const issues = result.issues.map((issue) => `${issue.message} → ${issue.hint}`);
    const words = [...muted, ...issues].join('; ');
    return `| ${result.feed} | ${statusMarks[result.status]} | ${result.added} | ${result.updated} | ${result.unchanged} | ${markdownCell(words)} |`;
  });
  return [
    `### ${summaryLine(report)}`,
    '',
    '| feed | | new | updated | unchanged | what happened |',
    '| --- | --- | ---: | ---: | ---: | --- |',
    ...rows,
    '',
    ...report.issues.map((issue) => `- ${markdownCell(`${issue.message} → ${issue.hint}`)}`),
    ...(report.issues.length > 0 ? [''] : []),
  ].join('\n');
}

/**
 * Lines that GitHub shows beside a run: a warning for each failed feed, a notice for each other feed with issues. A step
 * shows ten of a kind, so the tenth counts the rest.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotations({ feeds, issues }: PullReport): string[] {
  const bad = feeds.filter(({ status }) => status === 'failed');
  const good = feeds.filter(({ status, issues }) => status !== 'failed' && issues.length > 0);
  const ofRun = issues.map(
    ({ message, hint }) => `::warning::${plain(`${message} → ${hint}`).replaceAll('%', '%25')}`,
  );
  return [...ofRun, ...annotationsOf('warning', bad), ...annotationsOf('notice', good)];
}

const annotationsShown = 10;

function annotationsOf(kind: 'warning' | 'notice', feeds: readonly FeedResult[]): string[] {
  const shown = feeds.length > annotationsShown ? feeds.slice(0, annotationsShown - 1) : feeds;
  const lines = shown.map(({ feed, issues }) => {
    const words = issues.map(({ message, hint }) => `${message} → ${hint}`).join(' ');
    return annotation(kind, feed, words);
  });
  const rest = feeds.length - shown.length;
  return rest === 0
    ? lines
    : [...lines, annotation(kind, null, `${rest} feeds more; the summary of the run lists all of them.`)];
}

const statusMarks: Record<FeedResult['status'], string> = {
  ok: '✓',
  failed: '✗ failed',
  resting: '· resting',
  retired: '· gone',
  off: '· off',
  left: '· left',
};

function statusWords(result: FeedResult): string {
  switch (result.status) {
    case 'ok':
      return `new ${result.added}  updated ${result.updated}  unchanged ${result.unchanged}`;
    case 'failed':
      return 'failed';
    case 'resting':
      return 'not asked: its publisher wants us to wait';
    case 'retired':
      return 'closed by its publisher, and asked again now and then (enabled: false hides this line)';
    case 'off':
      return 'off (enabled: false or retire: true)';
    case 'left':
      return 'not asked: the time of the run was over; it goes first next time';
  }
}

/** `抽奖 2, /^广告/ 1` */
function mutedWords(muted: readonly MutedItems[]): string {
  return muted.map(({ rule, items }) => `${plain(rule)} ${items}`).join(', ');
}
