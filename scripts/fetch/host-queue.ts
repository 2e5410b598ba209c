import type { FetchTools } from './document.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';

/** One request of a run. */
export interface Job {
  request: FetchRequest;
  /** Where in the list of requests. */
  index: number;
}

/** What the queue of a host needs of the run. */
export interface HostRun extends Pick<FetchTools, 'now' | 'sleep'> {
  /** Pause between two requests, in milliseconds. */
  gapMs: number;
  /** Milliseconds since 1970 until which a host that refuses is waited for. */
  waitUntil: number;
  /** Whether the time of the run is over. */
  isOver: () => boolean;
  /** Fetches one document, and passes it on unless the host refused it for a while. */
  ask: (job: Job) => Promise<Answer>;
  /** Ends a job without a document: with the host's last refusal, or null when it was not asked. */
  giveUp: (job: Job, refusal: FetchOutcome | null) => Promise<void>;
}

/** What an answer says of its host. */
export interface Answer {
  /** The outcome when the host wants to be asked later, else null. */
  refusal: FetchOutcome | null;
  /** For how many milliseconds it wants to be left alone: infinite when it does not say. */
  pauseMs: number;
  /** Whether the host could not be reached. */
  isDown: boolean;
}

/** After this many failures of one host in a row it is left alone for the rest of the run. */
const patience = 3;
const hostFailures = /^(?:dns|dns-busy|refused|unreachable|tls|timeout|reset)$/;

/**
 * Asks one host for all that is wanted of it, one request after the other. A host that answers "later" is left alone for
 * as long as it says, its next requests are as far apart, and what it refused is asked for again after the others. A host
 * that does not say for how long, or for longer than the run waits, is left alone for the rest of the run.
 */
export async function askHost(jobs: readonly Job[], run: HostRun): Promise<void> {
  const waiting: { job: Job; refusal: FetchOutcome | null }[] = jobs.map((job) => ({ job, refusal: null }));
  let { gapMs } = run;
  let pauseMs = 0;
  let failures = 0;
  let isClosed = false;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { job, refusal } = next;
    isClosed ||= failures >= patience || (pauseMs > run.gapMs && run.now() + pauseMs > run.waitUntil);
    if (!isClosed && !run.isOver() && pauseMs > 0) await run.sleep(pauseMs);
    if (isClosed || run.isOver()) {
      await run.giveUp(job, refusal);
      continue;
    }
    const answer = await run.ask(job);
    failures = answer.isDown || answer.refusal ? failures + 1 : 0;
    if (Number.isFinite(answer.pauseMs)) gapMs = Math.max(gapMs, answer.pauseMs);
    pauseMs = Math.max(gapMs, answer.pauseMs);
    if (answer.refusal) waiting.push({ job, refusal: answer.refusal });
  }
}

/** Reads an outcome as an answer of its host. */
export function answerOf(outcome: FetchOutcome): Answer {
  if (outcome.kind !== 'failed') return { refusal: null, pauseMs: 0, isDown: false };
  const { issue, retryAfterSeconds } = outcome;
  const isRefusal = retryAfterSeconds !== null || issue.code === 'http-429';
  const pauseMs = retryAfterSeconds === null ? Number.POSITIVE_INFINITY : retryAfterSeconds * 1000;
  return {
    refusal: isRefusal ? outcome : null,
    pauseMs: isRefusal ? pauseMs : 0,
    isDown: hostFailures.test(issue.code),
  };
}
