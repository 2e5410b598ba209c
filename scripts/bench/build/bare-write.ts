import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A separate program, the lower bound for a build: copies the files of the site in the first folder to the second, one
 * by one. Prints the seconds spent writing; reading is not counted.
 */
const [from = '', to = ''] = process.argv.slice(2);
const made = new Set<string>();
let time = 0;
for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath, entry.name);
  const data = readFileSync(file);
  const started = performance.now();
  const target = join(to, file.slice(from.length));
  if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
  made.add(dirname(target));
  writeFileSync(target, data);
  time += performance.now() - started;
}
process.stdout.write(String(time / 1000));
