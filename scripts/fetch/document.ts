import { setTimeout as wait } from 'node:timers/promises';
import { type Agents, openAgents } from './agents.ts';
import { receive } from './answer.ts';
import { startDeadline } from './deadline.ts';
import { problemOf } from './failure.ts';
import { conditionalHeaders } from './headers.ts';
import { FetchProblem, problemContext, problemIssue } from './problem.ts';
import { followRedirects, startTrail, type Trail } from './redirects.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';
import { withRunnerHint } from './runner.ts';
import { hideSecrets, openRequest } from './secrets.ts';

/** What a fetch needs from outside; tests replace it. */
export interface FetchTools {
  /** Connections to use and to leave open; without them, a fetch opens and closes its own. */
  agents?: Agents | undefined;
  /** Whether an answer that says when to come back is left to the caller, who knows what else the host is asked for. */
  leaveRefusals?: boolean | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
  /** 0 to 1, for the jitter between retries. */
  random: () => number;
  /** Rejects when the signal ends it early. */
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Where the values of secrets are. */
  env: NodeJS.ProcessEnv;
}

export const realTools: FetchTools = {
  now: Date.now,
  random: Math.random,
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
  env: process.env,
};

const acceptFeeds =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.6, text/html;q=0.5, */*;q=0.1';

/** Failures that may pass at the next attempt; the number of attempts and the pause before the first. */
const passing = /^(?:reset|truncated|dns-busy|http-(?:408|425|500|502|503|504|52\d))$/;
const mostRetries = 2;
const firstPauseMs = 1000;

/** Fetches one document, within the bounds of the request. Never throws: every failure is an outcome. */
export async function fetchDocument(
  request: FetchRequest,
  given: Partial<FetchTools> = {},
): Promise<FetchOutcome> {
  const tools = { ...realTools, ...given };
  const agents = tools.agents ?? openAgents();
  const until = tools.now() + request.deadlineMs;
  const { signal, stop } = startDeadline(request.deadlineMs);
  try {
    for (let retries = 0; ; retries++) {
      const outcome = withRunnerHint(await attempt(request, agents, tools, signal), tools.env);
      const isLeft = tools.leaveRefusals === true && isRefusal(outcome);
      const pause = isLeft ? null : pauseBeforeRetry(outcome, retries, tools.random());
      if (pause === null || tools.now() + pause >= until) return outcome;
      try {
        await tools.sleep(pause, signal);
      } catch {
        return outcome;
      }
    }
  } finally {
    stop();
    if (!tools.agents) await agents.close();
  }
}

/** Whether a server answered that it wants to be asked later, and when. */
function isRefusal(outcome: FetchOutcome): boolean {
  return outcome.kind === 'failed' && outcome.retryAfterSeconds !== null;
}

/** Milliseconds until the next attempt, or null when there is none. */
function pauseBeforeRetry(outcome: FetchOutcome, retries: number, random: number): number | null {
  if (outcome.kind !== 'failed' || retries === mostRetries || !passing.test(outcome.issue.code)) return null;
  const pause = firstPauseMs * 3 ** retries * (0.5 + random);
  return Math.max(pause, (outcome.retryAfterSeconds ?? 0) * 1000);
}

async function attempt(
  request: FetchRequest,
  agents: Agents,
  { now, env }: FetchTools,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  let trail: Trail | null = null;
  try {
    const open = openRequest(request, env);
    trail = startTrail(open.url);
    const sent = { ...open, headers: headersOf(request), allowPrivateHosts: request.allowPrivateHosts };
    const response = await followRedirects(trail, sent, agents, signal);
    return hideSecrets(await receive(response, request, trail, now(), signal), open.values);
  } catch (error) {
    const status = trail?.status ?? null;
    const problem = problemOf(error, status !== null, (trail?.redirects ?? 0) > 0);
    const context = problemContext(request, trail?.url.href ?? request.url, status);
    const secret = error instanceof FetchProblem ? error.secret : undefined;
    const issue = problemIssue(
      request.feed,
      problem,
      secret === undefined ? context : { ...context, secret },
    );
    return { kind: 'failed', issue, retryAfterSeconds: null };
  }
}

function headersOf(request: FetchRequest): Record<string, string> {
  return {
    'user-agent': request.userAgent,
    accept: request.accept ?? acceptFeeds,
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...(request.referer !== undefined && { referer: request.referer }),
    ...conditionalHeaders(request.validators),
  };
}
