import { expect, test } from 'vitest';
import { runMeasured } from './run-measured.ts';

const node = (program: string, input = '') => runMeasured(process.execPath, ['-e', program], { input });

test('tells how long a command took and what it printed', async () => {
  const usage = await node('setTimeout(() => process.stdin.pipe(process.stdout), 150)', 'hello');
  expect(usage.stdout).toBe('hello');
  expect(usage.seconds).toBeGreaterThan(0.15);
});

test.runIf(process.platform === 'linux')(
  'tells what a command and those it starts used of the processor and of the memory',
  async () => {
    const hungry =
      'const all = Buffer.alloc(300_000_000, 1); while (process.cpuUsage().user < 400_000); setTimeout(() => all[0], 200)';
    const usage = await node(
      `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(hungry)}])`,
    );
    expect(usage.peak?.bytes).toBeGreaterThan(300_000_000);
    expect(usage.peak?.process).toMatch(/^node/);
    expect(usage.cpuSeconds).toBeGreaterThan(0.35);
  },
);

test('throws with what a failing command printed', async () => {
  await expect(node('console.error("no disk"); process.exit(3)')).rejects.toThrow(/failed \(3\).*no disk/s);
  await expect(runMeasured('no-such-command-anywhere', [])).rejects.toThrow('ENOENT');
});
