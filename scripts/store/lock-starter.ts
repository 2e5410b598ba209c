import { type Lock, lockFolder } from './lock.ts';

/** For the tests alone: a process that takes the lock of a folder when it is told to, and says whether it got it. */
let lock: Lock | null = null;
process.on('message', async (message: { folder: string } | 'release') => {
  if (message === 'release') await lock?.release();
  else lock = await lockFolder(message.folder, 0, () => {});
  process.send?.(message === 'release' ? 'released' : lock === null ? 'busy' : 'held');
});
process.send?.('ready');
