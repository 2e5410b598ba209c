import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from './build/project.ts';
import { circlesOf } from './imports/circles.ts';
import { brokenWalls, floorsOf, folderGraph } from './imports/folders.ts';
import { readImportGraph } from './imports/graph.ts';
import { lintRules } from './imports/lint-rules.ts';

/**
 * Prints the folders of the program, the lowest floor first, with what each imports; then circles and imports that
 * break a wall, with exit code 1 if there are any. `--write` writes the walls for the linter first.
 */
if (process.argv.includes('--write'))
  await writeFile(join(project, 'scripts/imports/walls.json'), JSON.stringify(lintRules()));

const graph = await readImportGraph(project);
const folders = folderGraph(graph);
for (const [floor, names] of floorsOf(folders).entries())
  for (const name of names)
    console.log(`${floor}  ${name}`.padEnd(24), [...(folders.get(name) ?? [])].sort().join(' '));

const files = new Map([...graph].map(([file, imports]) => [file, imports.files.map((other) => other.file)]));
const problems = [
  ...circlesOf(files).map((circle) => `circle of files: ${circle.join(', ')}`),
  ...circlesOf(folders).map((circle) => `circle of folders: ${circle.join(', ')}`),
  ...brokenWalls(graph),
];
console.log(`\n${graph.size} files: ${problems.length === 0 ? 'no circle, no broken wall' : ''}`);
for (const problem of problems) console.log(`  ${problem}`);
if (problems.length > 0) process.exitCode = 1;
