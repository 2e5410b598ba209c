import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const help = `npm run nightly -- [--push]

What a night does, on any machine: pull the feeds, commit what is new, build the site into dist/.
Publishing dist/ is left to you; docs/deploy.md has recipes.

  --push   push the commit too

Exit codes: those of the step that failed, else 0; 2 also for an option that there is not.
`;

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  console.log(help);
  process.exit(0);
}
const unknown = args.find((argument) => argument !== '--push');
if (unknown !== undefined) {
  console.error(`There is no option ${unknown}.\n\n${help}`);
  process.exit(2);
}

/** Each step is a command of its own; the first that fails ends the night, and what was published stays. */
const steps: [script: string, ...args: string[]][] = [
  ['pull.ts'],
  ['commit.ts', ...(args.includes('--push') ? ['--push'] : [])],
  ['build.ts'],
];
for (const [script, ...options] of steps) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { status } = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
