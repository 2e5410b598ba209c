import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { showProgress } from './progress.ts';
import {
  annotations,
  type FeedResult,
  feedLines,
  issueLines,
  jobSummary,
  reportOf,
  summaryLine,
} from './report.ts';

const ok: FeedResult = {
  feed: 'wire',
  status: 'ok',
  added: 3,
  updated: 1,
  unchanged: 20,
  muted: [],
  issues: [],
};
const bad: FeedResult = {
  feed: 'coast',
  status: 'failed',
  added: 0,
  updated: 0,
  unchanged: 0,
  muted: [],
  issues: [
    { feed: 'coast', stage: 'fetch', code: 'dns', message: 'no such server', hint: 'check the address' },
  ],
};
const hostile = `::set-output name=x::1\n\u001b[31m${'$'}{{ secrets.X }}\u202e|<img src=x>\`id\``;

describe('the report of a pull', () => {
  test('prints a line for each feed, and for each issue its message and its hint', () => {
    expect(feedLines(ok, 6)).toEqual(['wire    new 3  updated 1  unchanged 20']);
    expect(feedLines(bad, 6)).toEqual(['coast   failed', '    ! no such server', '    → check the address']);
  });

  test('sums the pull up in one sentence', () => {
    expect(summaryLine(reportOf([ok, bad], 1))).toBe('2 feeds, 1 failed: 3 new, 1 updated, 20 unchanged.');
    expect(summaryLine(reportOf([bad], 1))).toContain('This run failed');
  });

  test('counts muted items by rule', () => {
    const muted = [
      { rule: '抽奖', items: 2 },
      { rule: '/^广告|推广/', items: 1 },
    ];
    expect(feedLines({ ...ok, muted }, 6)[1]).toBe('    muted 抽奖 2, /^广告|推广/ 1');
    expect(summaryLine(reportOf([{ ...ok, muted }], 1))).toBe(
      '1 feeds: 3 new, 1 updated, 20 unchanged, 3 of the new muted.',
    );
    expect(jobSummary(reportOf([{ ...ok, muted }], 1))).toContain('| muted 抽奖 2, /^广告&#124;推广/ 1 |');
  });

  test('names what went wrong with the run as a whole', () => {
    const issue = {
      feed: '',
      stage: 'clean',
      code: 'x',
      message: 'the rule is broken',
      hint: 'mend it',
    } as const;
    const report = reportOf([ok], 1, [issue]);
    expect(issueLines(report.issues)).toEqual(['    ! the rule is broken', '    → mend it']);
    expect(jobSummary(report)).toContain('\n- the rule is broken → mend it\n');
    expect(annotations(report)).toEqual(['::warning::the rule is broken → mend it']);
    expect(report.failed).toBe(false);
  });

  test('fails when the share of failed feeds reaches the configured share', () => {
    expect(reportOf([ok, bad], 1).failed).toBe(false);
    expect(reportOf([ok, bad], 0.5).failed).toBe(true);
    expect(reportOf([bad], 1).failed).toBe(true);
    expect(reportOf([ok], 0).failed).toBe(false);
    expect(reportOf([{ ...ok, status: 'off' }], 0).failed).toBe(false);
  });

  test('keeps the text of a feed from beginning a line, ending a table cell or carrying control characters', () => {
    const told = {
      ...bad,
      issues: [{ ...(bad.issues[0] as FeedResult['issues'][number]), message: hostile }],
    };
    const text = [...feedLines(told, 5), jobSummary(reportOf([told], 1))].join('\n');
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    const row =
      jobSummary(reportOf([told], 1))
        .split('\n')
        .find((line) => line.startsWith('| coast')) ?? '';
    expect(row.match(/\|/g)).toHaveLength(7);
    expect(row).not.toContain('<img');
    expect(row).not.toContain('${{');
  });

  test('makes a warning of a failed feed, and a notice of a feed with other issues', () => {
    const moved = {
      ...ok,
      issues: [{ ...(bad.issues[0] as FeedResult['issues'][number]), message: 'moved' }],
    };
    expect(annotations(reportOf([ok, bad, moved], 1))).toEqual([
      '::warning title=coast::no such server → check the address',
      '::notice title=wire::moved → check the address',
    ]);
  });

  test('makes at most the ten annotations that GitHub shows, and counts the rest', () => {
    const lines = annotations(reportOf(Array(14).fill(bad), 1));
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toContain('5 feeds more');
    expect(annotations(reportOf(Array(10).fill(bad), 1))).toHaveLength(10);
  });

  test('keeps the text of a feed from beginning an annotation', () => {
    const told = {
      ...bad,
      issues: [{ ...(bad.issues[0] as FeedResult['issues'][number]), message: `%0A${hostile}` }],
    };
    const [line = '', ...more] = annotations(reportOf([told], 1));
    expect(more).toEqual([]);
    expect(line).toMatch(/^::warning title=coast::%250A::set-output/);
    expect(line).not.toMatch(/\p{Cc}|\u202e/u);
  });

  test('prints feeds in the order of the configuration, whichever is done first', () => {
    const read = readConfig(
      'site: {title: P}\nfeeds: [{id: coast, url: "http://c.example"}, {id: wire, url: "http://w.example"}]',
      'digest.yaml',
    );
    let printed = '';
    const terminal = { isTTY: false, write: (text: string) => (printed += text) };
    const progress = showProgress('config' in read ? read.config.feeds : [], terminal);
    progress.onFeed(ok, 1, 2);
    expect(printed).toBe('');
    progress.onFeed(bad, 2, 2);
    progress.end();
    expect(printed.split('\n').map((line) => line.slice(0, 5))).toEqual([
      'coast',
      '    !',
      '    →',
      'wire ',
      '',
    ]);
  });

  test('shows a progress bar on the last line of a terminal', () => {
    let printed = '';
    const progress = showProgress([], { isTTY: true, write: (text: string) => (printed += text) });
    progress.onFeed(ok, 1, 4);
    expect(printed).toContain('█████░░░░░░░░░░░░░░░ 1 of 4 feeds');
  });
});
