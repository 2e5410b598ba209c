import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A step of a workflow, as in its YAML. */
export interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  'continue-on-error'?: boolean;
}

export interface Runner {
  /** What started the run; the schedule unless given. */
  event?: 'schedule' | 'push' | 'workflow_dispatch';
  /** The checkout the steps run in. */
  folder: string;
  /** Steps whose shell lines contain one of these words are skipped. */
  skip: string[];
  /** Called after the step whose shell lines begin with the key. An error that it throws ends the run. */
  after: Record<string, () => void>;
  /** The secrets of the repository. */
  secrets?: Record<string, string>;
  /** Programs that replace those of the runner: name and shell lines. */
  programs: Record<string, string>;
}

export interface Run {
  folder: string;
  /** The shell lines of the step that failed, null when none did. */
  failed: string | null;
  /** The shell lines that ran. */
  done: string[];
  log: string;
  outputs: string;
  summary: string;
}

/** Outputs of steps, by step and name. */
type Known = Record<string, Record<string, string>>;

/** Runs the shell lines of one job as GitHub's runner does: with `bash -e` and files for outputs and the summary. */
export async function runSteps(
  steps: Step[],
  { folder, skip, after, programs, event = 'schedule', secrets = {} }: Runner,
): Promise<Run> {
  const files = mkdtempSync(join(tmpdir(), 'runner-'));
  const [output, summary] = ['output', 'summary'].map((name) => join(files, name)) as [string, string];
  for (const file of [output, summary]) writeFileSync(file, '');
  for (const [name, lines] of Object.entries(programs))
    writeFileSync(join(files, name), `#!/usr/bin/env bash\n${lines}\n`, { mode: 0o755 });
  const known: Known = {};
  const run: Run = { folder, failed: null, done: [], log: '', outputs: '', summary: '' };
  const shellOutcome = async (shell: string, stepEnv: Record<string, string>) => {
    const filled = Object.entries(stepEnv).map(([key, value]) => [key, fill(value, known, secrets)]);
    const github = {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_REPOSITORY: 'name/paper',
      GITHUB_EVENT_NAME: event,
    };
    const path = `${files}:${process.env['PATH']}`;
    const env = { ...process.env, PATH: path, ...Object.fromEntries(filled), ...github };
    const { ok, said } = await bash(shell, folder, env);
    run.done.push(shell);
    run.log += said;
    return ok ? 'success' : 'failure';
  };
  for (const step of steps) {
    if (run.failed !== null || !holds(step.if, known)) continue;
    const shell = step.run ?? '';
    const isRun = shell !== '' && !skip.some((word) => shell.includes(word));
    const before = readFileSync(output, 'utf8').length;
    const outcome = isRun ? await shellOutcome(shell, step.env ?? {}) : 'success';
    if (step.id) known[step.id] = outputsIn(readFileSync(output, 'utf8').slice(before));
    if (outcome === 'failure' && !step['continue-on-error']) run.failed = shell;
    try {
      for (const [words, act] of Object.entries(after)) if (shell.startsWith(words)) act();
    } catch (error) {
      run.failed = String(error);
    }
  }
  return { ...run, outputs: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') };
}

/** Runs shell lines. Asynchronous, because this process also serves the feeds. */
export function bash(
  shell: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ ok: boolean; said: string }> {
  const options = { cwd, env, maxBuffer: 1 << 28 };
  return new Promise((done) =>
    execFile('bash', ['-e', '-o', 'pipefail', '-c', shell], options, (error, out, err) =>
      done({ ok: error === null, said: out + err }),
    ),
  );
}

function outputsIn(lines: string): Record<string, string> {
  return Object.fromEntries([...lines.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
}

/** Evaluates the only form of condition that the workflow uses: `steps.<id>.outputs.<name> != ''`. */
function holds(condition: string | undefined, known: Known): boolean {
  if (condition === undefined) return true;
  const [, id = '', name] = /^steps\.(\w+)\.outputs\.(\w+) != ''$/.exec(condition) ?? [];
  if (name === undefined) throw new Error(`a condition this runner does not know: ${condition}`);
  return (known[id]?.[name] ?? '') !== '';
}

/** Evaluates the expressions that the workflow uses: an output of a step, a secret by its place in a list of names. */
function fill(text: string, known: Known, secrets: Record<string, string>): string {
  const output = (id: string, name: string) => known[id]?.[name] ?? '';
  return text
    .replace(
      /\$\{\{ secrets\[fromJSON\(steps\.(\w+)\.outputs\.(\w+)\)\[(\d+)\]\] \}\}/g,
      (_, id: string, name: string, place: string) =>
        secrets[JSON.parse(output(id, name))[Number(place)] as string] ?? '',
    )
    .replace(/\$\{\{ (?:steps\.(\w+)\.outputs\.(\w+)|[\w.]+) \}\}/g, (_, id = '', name = '') =>
      output(id, name),
    );
}
