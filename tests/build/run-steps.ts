import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A step of a workflow, as its YAML has it. */
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
  /** The checkout the steps run in. */
  folder: string;
  /** Steps whose shell lines hold one of these words are not run. */
  skip: string[];
  /** Called after the step whose shell lines begin with the key; what it throws ends the run. */
  after: Record<string, () => void>;
  /** What actions answer, by name without version; others succeed with nothing. */
  actions: Record<string, { outcome: 'success' | 'failure'; outputs?: Record<string, string> }>;
}

export interface Run {
  folder: string;
  /** The shell lines of the step that failed the run, else null. */
  failed: string | null;
  /** Shell lines that were run. */
  done: string[];
  log: string;
  outputs: string;
  summary: string;
}

type Known = Record<string, { outcome: string; outputs: Record<string, string> }>;

/** Runs the steps of one job as GitHub's runner does: `bash -e`, its files for outputs and the summary. */
export async function runSteps(steps: Step[], { folder, skip, after, actions }: Runner): Promise<Run> {
  const files = mkdtempSync(join(tmpdir(), 'runner-'));
  const [output, summary] = ['output', 'summary'].map((name) => join(files, name)) as [string, string];
  for (const file of [output, summary]) writeFileSync(file, '');
  const known: Known = {};
  const run: Run = { folder, failed: null, done: [], log: '', outputs: '', summary: '' };
  const shellOutcome = async (shell: string, stepEnv: Record<string, string>) => {
    const filled = Object.entries(stepEnv).map(([key, value]) => [key, fill(value, known)]);
    const github = {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_REPOSITORY: 'name/paper',
    };
    const env = { ...process.env, ...Object.fromEntries(filled), ...github };
    const { ok, said } = await bash(shell, folder, env);
    run.done.push(shell);
    run.log += said;
    return ok ? 'success' : 'failure';
  };
  for (const step of steps) {
    if (run.failed !== null || !holds(step.if, known)) continue;
    const answer = step.uses ? (actions[step.uses.split('@')[0] ?? ''] ?? { outcome: 'success' }) : null;
    const shell = step.run ?? '';
    const outcome =
      answer?.outcome ??
      (skip.some((word) => shell.includes(word)) ? 'success' : await shellOutcome(shell, step.env ?? {}));
    if (step.id)
      known[step.id] = { outcome, outputs: (answer && 'outputs' in answer && answer.outputs) || {} };
    if (outcome === 'failure' && !step['continue-on-error']) run.failed = shell || (step.uses ?? '');
    try {
      for (const [words, act] of Object.entries(after)) if (shell.startsWith(words)) act();
    } catch (error) {
      run.failed = String(error);
    }
  }
  return { ...run, outputs: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') };
}

/** Runs shell lines. Not a synchronous call: the feeds are served by this very process. */
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

/** The one form of condition that the workflow uses: `steps.<id>.outcome == '<outcome>'`. */
function holds(condition: string | undefined, known: Known): boolean {
  if (condition === undefined) return true;
  const [, id = '', outcome] = /^steps\.(\w+)\.outcome == '(\w+)'$/.exec(condition) ?? [];
  if (outcome === undefined) throw new Error(`a condition this runner does not know: ${condition}`);
  return known[id]?.outcome === outcome;
}

function fill(text: string, known: Known): string {
  return text.replace(
    /\$\{\{ (?:steps\.(\w+)\.outputs\.(\w+)|[\w.]+) \}\}/g,
    (_, id = '', name = '') => known[id]?.outputs[name] ?? '',
  );
}
