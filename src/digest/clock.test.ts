import { expect, test } from 'vitest';
import { clock, machineDuration } from './clock.ts';

test.each([
  [3723, '1:02:03', 'PT1H2M3S'],
  [245, '4:05', 'PT0H4M5S'],
  [36_000, '10:00:00', 'PT10H0M0S'],
])('%s seconds are %s', (seconds, shown, machine) => {
  expect(clock(seconds)).toBe(shown);
  expect(machineDuration(seconds)).toBe(machine);
});
