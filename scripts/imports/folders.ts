import type { ImportGraph } from './graph.ts';
import { isAbove, type Room, rooms } from './rooms.ts';

const testFile = /\.test\.ts$|\/test-[^/]*$|\/fixtures\//;

/** A folder and the other folders whose files its own files import. */
export type FolderGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** Imports between the folders of `src/` and `scripts/`, of which the tests are left out; folders sorted. */
export function folderGraph(graph: ImportGraph): FolderGraph {
  const folders = new Map<string, Set<string>>();
  for (const [file, { files }] of programOf(graph)) {
    const folder = folderOf(file);
    const imported = folders.get(folder) ?? new Set();
    for (const { file: other } of files) if (folderOf(other) !== folder) imported.add(folderOf(other));
    folders.set(folder, imported);
  }
  return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The folders floor by floor: each imports only folders of the floors before its own, and at least one of the floor
 * right before. Folders that stand in a circle, and those that import them, stand on no floor.
 */
export function floorsOf(folders: FolderGraph): string[][] {
  const floors: string[][] = [];
  const placed = new Set<string>();
  for (;;) {
    const floor = [...folders].filter(
      ([folder, imported]) => !placed.has(folder) && [...imported].every((other) => placed.has(other)),
    );
    if (floor.length === 0) return floors;
    floors.push(floor.map(([folder]) => folder));
    for (const [folder] of floor) placed.add(folder);
  }
}

/** Imports that break a wall of `rooms`, or lead from the program to nothing or into the tests, a line each. */
export function brokenWalls(graph: ImportGraph): string[] {
  const broken: string[] = [];
  for (const [file, { files }] of programOf(graph))
    for (const { file: other } of files) {
      const problem = problemOf(file, other, graph);
      if (problem !== null) broken.push(`${file} imports ${other}: ${problem}`);
    }
  return broken;
}

function problemOf(file: string, other: string, graph: ImportGraph): string | null {
  const [from, to] = [roomOf(file), roomOf(other)];
  if (!graph.has(other)) return 'there is no such file';
  if (testFile.test(other) || other.startsWith('tests/')) return 'only tests may';
  if (from && to && isAbove(to, from)) return `${from.name} stands below ${to.name}`;
  if (from && other.startsWith('scripts/')) return 'only scripts/ and tests/ may';
  return null;
}

/** The room of a file of the program; undefined outside of all of them. */
function roomOf(file: string): Room | undefined {
  return rooms.find(({ files }) =>
    files.some((glob) => (glob.endsWith('**') ? file.startsWith(glob.slice(0, -2)) : file === glob)),
  );
}

function programOf(graph: ImportGraph) {
  return [...graph].filter(([file]) => !testFile.test(file) && !/^tests\/|^vitest\.config\.ts$/.test(file));
}

/** `src/<room>` for files of a room, `scripts/<folder>`, `scripts` for the commands themselves. */
function folderOf(file: string): string {
  const room = roomOf(file);
  if (room) return `src/${room.name}`;
  return file.split('/').slice(0, -1).slice(0, 2).join('/');
}
