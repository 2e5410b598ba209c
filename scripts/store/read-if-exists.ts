import { readFile } from 'node:fs/promises';

/** The text of a file, null when there is no such file. @throws when it cannot be read for another reason */
export async function readIfExists(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
