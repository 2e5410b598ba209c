import type { FetchOutcome } from './request.ts';

const refusals = /^(?:http-403|http-429|challenge-page)$/;

/**
 * An outcome with the hint that helps on GitHub's machines: many sites refuse whole ranges of their addresses, and the
 * same feed answers everywhere else.
 */
export function withRunnerHint(outcome: FetchOutcome, env: NodeJS.ProcessEnv): FetchOutcome {
  const isHosted = env['GITHUB_ACTIONS'] === 'true' && env['RUNNER_ENVIRONMENT'] !== 'self-hosted';
  if (outcome.kind !== 'failed' || !isHosted || !refusals.test(outcome.issue.code)) return outcome;
  return { ...outcome, issue: { ...outcome.issue, hint: hostedHint } };
}

const hostedHint =
  'Many sites refuse the machines of GitHub. Open the address at home: if it answers there, run the workflow on a machine of your own (a self-hosted runner), give this feed a "proxy:", or look for another feed of the same source.';
