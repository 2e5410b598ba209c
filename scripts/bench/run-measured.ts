import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ProcessTree, type TreeUsage, watchProcesses } from './process-tree.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** What a command and all processes it started used. */
export interface Usage extends TreeUsage {
  seconds: number;
  stdout: string;
}

export interface RunOptions {
  cwd?: string | undefined;
  env?: Record<string, string> | undefined;
  /** For standard input. */
  input?: string | undefined;
}

/** Runs a command to its end. @throws with what it printed when it fails */
export async function runMeasured(
  command: string,
  args: readonly string[],
  { cwd, env, input }: RunOptions = {},
): Promise<Usage> {
  const started = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
  const tree = watchProcesses(child.pid);
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const { stdout, stderr, code } = await outputOf(child, tree);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0)
    throw new Error(`${[command, ...args].join(' ')} failed (${code}):\n${tail(stdout)}\n${tail(stderr)}`);
  return { seconds, ...tree.usage(), stdout };
}

/** Runs one of our own programs, given by its path in the project, on the Node that runs this one. */
export function runScript(script: string, args: readonly string[], options: RunOptions = {}): Promise<Usage> {
  return runMeasured(process.execPath, [script, ...args], { cwd: project, ...options });
}

async function outputOf(
  child: ChildProcess,
  tree: ProcessTree,
): Promise<{ stdout: string; stderr: string; code: number | null }> {
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8');
    child[name]?.on('data', (text: string) => {
      printed[name] += text;
    });
  }
  try {
    const code = await new Promise<number | null>((done, fail) => {
      child.once('error', fail);
      child.once('close', done);
    });
    return { ...printed, code };
  } finally {
    tree.stop();
  }
}

const tail = (text: string) => text.slice(-2000);
