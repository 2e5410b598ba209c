import { lockFolder } from '../store/lock.ts';
import { type FolderResult, type ImportRequest, importArchive } from './import-archive.ts';

const lockWaitMs = 60_000;

/** Imports while no other process writes the content folder; null when another does not release it. */
export async function importFolders(
  request: ImportRequest & { onWait: (message: string) => void },
): Promise<FolderResult[] | null> {
  if (request.dryRun) return importArchive(request);
  const lock = await lockFolder(request.content, lockWaitMs, (pid) =>
    request.onWait(`A pull (process ${pid}) is writing ${request.content}; waiting for it to end.`),
  );
  if (lock === null) return null;
  try {
    return await importArchive(request);
  } finally {
    await lock.release();
  }
}
