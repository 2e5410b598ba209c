import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';

/** The files of one feed's archive. */
export interface ArchiveFolder {
  /** Name of the folder, as it is on disk. */
  name: string;
  /** Paths of its files, sorted. */
  files: string[];
}

/**
 * The folders of an archive, sorted by name, each with all Markdown files below it; the folder at `path` itself is one of
 * them when it has files. Hidden files and folders are left out. @throws as `readdir` does
 */
export async function listArchive(path: string): Promise<ArchiveFolder[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const folders = new Map<string, string[]>();
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(?:md|markdown)\s*$/i.test(entry.name)) continue;
    const inside = relative(path, entry.parentPath).split(sep);
    if ([...inside, entry.name].some((part) => part.startsWith('.'))) continue;
    const name = inside[0] ?? '';
    const files = folders.get(name) ?? [];
    files.push(join(entry.parentPath, entry.name));
    folders.set(name, files);
  }
  return [...folders]
    .map(([name, files]) => ({ name: name || basename(resolve(path)), files: files.sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
