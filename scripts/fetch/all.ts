import pLimit from 'p-limit';
import { type FetchTools, fetchDocument, realTools } from './document.ts';
import { isListed, isPrivateHost, openAgents } from './guard.ts';
import { problemContext, problemIssue } from './problem.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';

export interface FetchAllOptions<Result> {
  /** How many documents are under way at the same time, over all hosts. */
  atOnce: number;
  /** Pause between two requests to one host, in milliseconds; a second when absent. */
  gapMs?: number | undefined;
  /**
   * Called with each outcome, and the place of its request, as it arrives; what it returns takes the outcome's place in the result. While it runs, its
   * request still counts as under way, so that at most `atOnce` documents are in memory. It must not throw.
   */
  onOutcome?: ((outcome: FetchOutcome, index: number) => Result | Promise<Result>) | undefined;
  /** Milliseconds since 1970 from which on no more requests begin; those left are not asked. */
  until?: number | undefined;
  tools?: Partial<FetchTools> | undefined;
}

interface Job {
  request: FetchRequest;
  index: number;
}

/** What an outcome says of its host: how long to stay away, null when it answered as usual. */
type Trouble = { pauseMs: number } | null;

const politeGapMs = 1000;

/** After this many failures of one host in a row it is left alone for the rest of the run. */
const patience = 3;
const hostFailures = /^(?:dns|dns-busy|refused|unreachable|tls|timeout|reset)$/;

/** A "come back later" up to this long is waited for within the run; longer, or unknown, ends the run for that host. */
const longestPauseMs = 30_000;

/**
 * Fetches many documents: one host is asked once at a time, with a gap, in the order of the requests. Results are in the
 * order of the requests, however long each takes.
 */
export async function fetchAll<Result = FetchOutcome>(
  requests: readonly FetchRequest[],
  options: FetchAllOptions<Result>,
): Promise<Result[]> {
  const tools = { ...realTools, ...options.tools };
  const agents = tools.agents ?? openAgents();
  const slot = pLimit(options.atOnce);
  const results: Result[] = new Array(requests.length);
  const isOver = () => tools.now() >= (options.until ?? Number.POSITIVE_INFINITY);

  const run = (job: Job, leftAlone: boolean): Promise<Trouble> =>
    slot(async () => {
      const { request, index } = job;
      const outcome =
        leftAlone || isOver() ? notAsked(request) : await fetchDocument(request, { ...tools, agents });
      results[index] = options.onOutcome ? await options.onOutcome(outcome, index) : (outcome as Result);
      return troubleOf(outcome);
    });

  try {
    const gapMs = options.gapMs ?? politeGapMs;
    const queues = hostQueues(requests);
    await Promise.all(queues.map((queue) => askHost(queue, gapOf(queue, gapMs), isOver, tools.sleep, run)));
  } finally {
    if (!tools.agents) await agents.close();
  }
  return results;
}

/** Asks one host for all that is wanted of it, one after the other. */
async function askHost(
  queue: readonly Job[],
  gapMs: number,
  isOver: () => boolean,
  sleep: FetchTools['sleep'],
  run: (job: Job, leftAlone: boolean) => Promise<Trouble>,
): Promise<void> {
  let failures = 0;
  let pauseMs = 0;
  for (const [place, job] of queue.entries()) {
    const leftAlone = failures >= patience || pauseMs > longestPauseMs;
    if (place > 0 && !leftAlone && !isOver() && pauseMs > 0) await sleep(pauseMs);
    const trouble = await run(job, leftAlone);
    if (leftAlone) continue;
    failures = trouble ? failures + 1 : 0;
    pauseMs = Math.max(gapMs, trouble?.pauseMs ?? 0);
  }
}

function troubleOf(outcome: FetchOutcome): Trouble {
  if (outcome.kind !== 'failed') return null;
  const { issue, retryAfterSeconds } = outcome;
  if (issue.code === 'http-429') return { pauseMs: (retryAfterSeconds ?? Number.POSITIVE_INFINITY) * 1000 };
  return hostFailures.test(issue.code) ? { pauseMs: 0 } : null;
}

function notAsked(request: FetchRequest): FetchOutcome {
  const issue = problemIssue(request.feed, 'not-asked', problemContext(request, request.url, null));
  return { kind: 'failed', issue, retryAfterSeconds: null };
}

/** The requests by host and port, each queue in the order of the requests. */
function hostQueues(requests: readonly FetchRequest[]): Job[][] {
  const queues = Map.groupBy(
    requests.map((request, index): Job => ({ request, index })),
    ({ request }) => URL.parse(request.url)?.host ?? '',
  );
  return [...queues.values()];
}

/** A listed service in the owner's own network needs no gap. */
function gapOf(queue: readonly Job[], gapMs: number): number {
  const request = queue[0]?.request;
  const url = request ? URL.parse(request.url) : null;
  const own = url !== null && isPrivateHost(url.hostname) && isListed(url, request?.allowPrivateHosts ?? []);
  return own ? 0 : gapMs;
}
