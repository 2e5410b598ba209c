import pLimit from 'p-limit';
import { openAgents } from './agents.ts';
import { type FetchTools, fetchDocument, realTools } from './document.ts';
import { isListed, isPrivateHost } from './guard.ts';
import { problemContext, problemIssue } from './problem.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';

export interface FetchAllOptions<Result> {
  /** How many documents are fetched at the same time, over all hosts. */
  atOnce: number;
  /** Milliseconds between two requests to one host; a second when absent. */
  gapMs?: number | undefined;
  /**
   * Called with each outcome and the index of its request, as it arrives; what it returns stands in the result instead
   * of the outcome. Its request counts as being fetched until it has returned, so that at most `atOnce` documents are
   * in memory. It must not throw.
   */
  onOutcome?: ((outcome: FetchOutcome, index: number) => Result | Promise<Result>) | undefined;
  /** Milliseconds since 1970 from which on no request begins; the remaining ones end as `not-asked`. */
  until?: number | undefined;
  tools?: Partial<FetchTools> | undefined;
}

interface Job {
  request: FetchRequest;
  index: number;
}

/** What an outcome says of its host: how long to wait before the next request; null when the host is well. */
type Trouble = { pauseMs: number } | null;

const politeGapMs = 1000;

/** After this many failures in a row, a host is not asked again in this run. */
const mostFailures = 3;
const hostFailures = /^(?:dns|dns-busy|refused|unreachable|tls|timeout|reset)$/;

/** The longest `Retry-After` that a run waits for; after a longer or missing one, the host is not asked again. */
const longestPauseMs = 30_000;

/**
 * Fetches many documents. A host gets one request at a time, with a gap, in the order of the requests. The results are in
 * the order of the requests, whichever arrives first.
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

/** Sends the requests for one host, one after the other. */
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
    const leftAlone = failures >= mostFailures || pauseMs > longestPauseMs;
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

/** The requests for each host and port, in their order. */
function hostQueues(requests: readonly FetchRequest[]): Job[][] {
  const queues = Map.groupBy(
    requests.map((request, index): Job => ({ request, index })),
    ({ request }) => URL.parse(request.url)?.host ?? '',
  );
  return [...queues.values()];
}

/** A listed private host is the owner's own, and needs no gap. */
function gapOf(queue: readonly Job[], gapMs: number): number {
  const request = queue[0]?.request;
  const url = request ? URL.parse(request.url) : null;
  const own = url !== null && isPrivateHost(url.hostname) && isListed(url, request?.allowPrivateHosts ?? []);
  return own ? 0 : gapMs;
}
