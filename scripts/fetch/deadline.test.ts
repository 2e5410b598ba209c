import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startDeadline } from './deadline.ts';

/** Blocks the event loop, as parsing a large document does. */
function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test('aborts with a TimeoutError when the time is over', async () => {
  const { signal } = startDeadline(300);
  await sleep(100);
  expect(signal.aborted).toBe(false);
  await sleep(1000);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('does not count the time in which the event loop is blocked', async () => {
  const { signal, stop } = startDeadline(2000);
  block(3000);
  await sleep(50);
  expect(signal.aborted).toBe(false);
  stop();
});

test('never aborts after it was stopped', async () => {
  const { signal, stop } = startDeadline(100);
  stop();
  await sleep(300);
  expect(signal.aborted).toBe(false);
});
