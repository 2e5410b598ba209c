import { glob, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { readImports } from './read-imports.ts';

/** What one file imports. Paths are relative to the project, with `/`, on every machine. */
interface FileImports {
  /** Files of the project. */
  files: { file: string; isType: boolean }[];
  /** Everything else, as it is written: packages, `node:` modules, `astro:` modules. */
  packages: string[];
}

/** Every file of a project that can import or be imported, by its path. */
export type ImportGraph = ReadonlyMap<string, FileImports>;

const sources = ['{src,scripts,tests}/**/*.{ts,js,mjs,astro,css}', '*.{mjs,ts}'];

/** Files that hold no code of the project. */
const notCode = /^src\/content\/|\/fixtures\/.*(?<!\.ts)$/;

/** Reads the imports of all files of the project in `folder`, sorted by path. */
export async function readImportGraph(folder: string): Promise<ImportGraph> {
  const found = await Array.fromAsync(glob(sources, { cwd: folder }));
  const files = found
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !notCode.test(file))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return importGraph(new Map(files.map((file, index) => [file, texts[index] ?? ''])));
}

/** The same of files whose text is there, by path. */
export function importGraph(texts: ReadonlyMap<string, string>): ImportGraph {
  return new Map([...texts].map(([file, text]) => [file, importsFrom(file, text)]));
}

function importsFrom(file: string, text: string): FileImports {
  const imports: FileImports = { files: [], packages: [] };
  for (const { specifier, isType } of readImports(file, text)) {
    if (specifier.startsWith('.'))
      imports.files.push({ file: posix.join(posix.dirname(file), specifier), isType });
    else imports.packages.push(specifier);
  }
  return imports;
}

/**
 * The files that run when those of `entries` run, themselves included, each with its bytes, sorted by path. Types do
 * not run. Throws when one of them cannot be read.
 */
export async function readWhatRuns(folder: string, entries: readonly string[]): Promise<Map<string, Buffer>> {
  const reached = new Set(entries);
  const read: [file: string, bytes: Buffer][] = [];
  for (const file of reached) {
    const bytes = await readFile(join(folder, file));
    read.push([file, bytes]);
    for (const imported of importsFrom(file, bytes.toString('utf8')).files)
      if (!imported.isType) reached.add(imported.file);
  }
  return new Map(read.sort(([a], [b]) => (a < b ? -1 : 1)));
}
