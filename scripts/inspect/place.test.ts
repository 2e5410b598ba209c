import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const now = '2026-11-28T05:43:00+08:00';
const place = (input: string, ...args: string[]) =>
  spawnSync(
    process.execPath,
    ['scripts/inspect.ts', '--place', '--batch', '--zone', 'Asia/Shanghai', ...args],
    {
      input,
      encoding: 'utf8',
    },
  );
const line = (id: string, publishedAt: string | null) =>
  JSON.stringify({ id, publishedAt, firstSeenAt: now });

test('inspect --place answers each line with the edition a pull would put the item into', () => {
  const input = [
    line('a', '2026-11-27T12:00:00+08:00'),
    line('b', '2026-11-25T12:00:00Z'),
    'x',
    line('c', null),
  ];
  const { stdout, status } = place(input.join('\n'), '--now', now, '--previous', '2026-11-27T05:43:00+08:00');
  expect(status).toBe(0);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((answer) => JSON.parse(answer)),
  ).toEqual([
    { id: 'a', day: '2026-11-28' },
    { id: 'b', day: '2026-11-28' },
    { error: 'not a JSON line with an id' },
    { id: 'c', day: '2026-11-28' },
  ]);
  const first = place(
    line('b', '2026-11-25T12:00:00Z'),
    '--now',
    now,
    '--previous',
    'none',
    '--press',
    '19:00',
  );
  expect(JSON.parse(first.stdout)).toEqual({ id: 'b', day: '2026-11-26' });
});

test('inspect --place refuses a moment that is none, with the help', () => {
  const { status, stderr } = place('', '--previous', 'yesterday');
  expect(status).toBe(2);
  expect(stderr).toContain('--previous needs an instant');
});
