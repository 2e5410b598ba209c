import pLimit from 'p-limit';
import { isListedHost } from '../../src/text/private-host.ts';
import { openAgents } from './agents.ts';
import { type FetchTools, fetchDocument, realTools } from './document.ts';
import { isPrivateHost } from './guard.ts';
import { type Answer, answerOf, askHost, type Job } from './host-queue.ts';
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
  /** For how many milliseconds from now on a host that answers "later" is waited for; ten minutes when absent. */
  waitMs?: number | undefined;
  tools?: Partial<FetchTools> | undefined;
}

const politeGapMs = 1000;

/** How long hosts that answer "later" are waited for in one run, all their waits together. */
const longestWaitMs = 10 * 60_000;

/**
 * Fetches many documents. A host gets one request at a time, with a gap, in the order of the requests; what it refuses
 * for a while is asked for again (see `askHost`). The results are in the order of the requests, whichever arrives first.
 */
export async function fetchAll<Result = FetchOutcome>(
  requests: readonly FetchRequest[],
  options: FetchAllOptions<Result>,
): Promise<Result[]> {
  const tools = { ...realTools, ...options.tools };
  const agents = tools.agents ?? openAgents();
  const slot = pLimit(options.atOnce);
  const results: Result[] = new Array(requests.length);
  const start = tools.now();
  const isOver = () => tools.now() >= (options.until ?? Number.POSITIVE_INFINITY);
  const run = {
    now: tools.now,
    sleep: tools.sleep,
    isOver,
    waitUntil: start + (options.waitMs ?? longestWaitMs),
  };
  const pass = async ({ index }: Job, outcome: FetchOutcome) => {
    results[index] = options.onOutcome ? await options.onOutcome(outcome, index) : (outcome as Result);
  };
  const ask = (job: Job) => slot(() => askFor(job, { ...tools, agents }, isOver, pass));
  const giveUp = (job: Job, refusal: FetchOutcome | null) =>
    slot(() => pass(job, refusal ?? notAsked(job.request)));
  try {
    const gapMs = options.gapMs ?? politeGapMs;
    const queues = hostQueues(requests);
    await Promise.all(
      queues.map((queue) => askHost(queue, { ...run, ask, giveUp, gapMs: gapOf(queue, gapMs) })),
    );
  } finally {
    if (!tools.agents) await agents.close();
  }
  return results;
}

/** Fetches one document and passes its outcome on, unless the host refused it for a while. */
async function askFor(
  job: Job,
  tools: FetchTools,
  isOver: () => boolean,
  pass: (job: Job, outcome: FetchOutcome) => Promise<void>,
): Promise<Answer> {
  const { request } = job;
  const outcome = isOver()
    ? notAsked(request)
    : await fetchDocument(request, { ...tools, leaveRefusals: true });
  const answer = answerOf(outcome);
  if (answer.refusal === null) await pass(job, outcome);
  return answer;
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
  const own =
    url !== null && isPrivateHost(url.hostname) && isListedHost(url, request?.allowPrivateHosts ?? []);
  return own ? 0 : gapMs;
}
