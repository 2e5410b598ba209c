import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** The files of one feed's archive. */
export interface ArchiveFolder {
  /** Name of the folder, as it is on disk. */
  name: string;
  /** Paths of its files, sorted. */
  files: string[];
}

/**
 * The folders of an archive, sorted by name, each with all Markdown files below it; the folder at `path` itself is one of
 * them when it has files. Hidden files and folders are left out, and so are links, which
 * may lead out of the archive or round in a circle. @throws as `readdir` does
 */
export async function listArchive(path: string): Promise<ArchiveFolder[]> {
  const folders = new Map<string, string[]>();
  for (const file of await filesBelow(path)) {
    const name = relative(path, dirname(file)).split(sep)[0] ?? '';
    const files = folders.get(name);
    if (files === undefined) folders.set(name, [file]);
    else files.push(file);
  }
  return [...folders]
    .map(([name, files]) => ({ name: name || basename(resolve(path)), files: files.sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Reading a folder recursively in one call would follow links. */
async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) open.push(join(next, entry.name));
      else if (entry.isFile() && /\.(?:md|markdown)\s*$/i.test(entry.name))
        files.push(join(next, entry.name));
    }
  }
  return files;
}
