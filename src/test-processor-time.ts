/**
 * Milliseconds of processor time that something takes, by all threads of this process: what other programs do
 * meanwhile hardly changes it. For tests.
 */
export async function processorTime(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
