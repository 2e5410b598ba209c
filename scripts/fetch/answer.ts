import type { Dispatcher } from 'undici';
import { receiveBody } from './body.ts';
import { type BodyKind, classifyBody } from './classify.ts';
import { conditionalHeaders, freshForOf, header, retryAfterOf, validatorsOf } from './headers.ts';
import {
  FetchProblem,
  type FetchProblemCode,
  problemContext,
  problemIssue,
  statusProblem,
} from './problem.ts';
import { discard, type Trail } from './redirects.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';

/** Refusals whose page is read, because robot checks come with these statuses. */
const refusals: ReadonlySet<number> = new Set([401, 403, 405, 429, 503]);
const refusalBytes = 256 * 1024;
const refusalMs = 2000;

/** Bodies that no later stage can use, unless the request asks for JSON. */
const unusable: Partial<Record<BodyKind, FetchProblemCode>> = {
  empty: 'empty',
  challenge: 'challenge-page',
  'json-error': 'json-error',
};

/**
 * The outcome of an answer that is no redirect.
 * @throws FetchProblem, or what undici and zlib throw, while the body is read.
 */
export async function receive(
  response: Dispatcher.ResponseData,
  request: FetchRequest,
  trail: Trail,
  now: number,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const { statusCode: status, headers } = response;
  const asked = Object.keys(conditionalHeaders(request.validators)).length > 0;
  if (status === 304 && asked) {
    discard(response);
    return { kind: 'unchanged', freshForSeconds: freshForOf(headers, now), movedTo: movedTo(trail) };
  }
  if (status >= 200 && status < 300) return readDocument(response, request, trail, now, signal);
  const problem = (await isChallenge(response, signal)) ? 'challenge-page' : statusProblem(status);
  const issue = problemIssue(request.feed, problem, problemContext(request, trail.url.href, status));
  if (status === 410 && trail.permanent) return { kind: 'gone', issue };
  return { kind: 'failed', issue, retryAfterSeconds: retryAfterOf(headers, now) };
}

async function readDocument(
  response: Dispatcher.ResponseData,
  request: FetchRequest,
  trail: Trail,
  now: number,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const { headers, body } = response;
  if (Number(header(headers, 'content-length')) > request.maxBytes) {
    discard(response);
    throw new FetchProblem('too-large');
  }
  const bytes = await receiveBody(body, header(headers, 'content-encoding'), request.maxBytes, signal);
  const contentType = header(headers, 'content-type');
  const kind = classifyBody(bytes, contentType);
  const wantsJson = request.accept?.startsWith('application/json') === true;
  const problem = kind === 'json-error' && wantsJson ? undefined : unusable[kind];
  if (problem) throw new FetchProblem(problem);
  return {
    kind: 'document',
    bytes,
    contentType,
    url: trail.url.href,
    validators: validatorsOf(headers),
    freshForSeconds: freshForOf(headers, now),
    // A dead feed often redirects to the home page for good: that is no new address of the feed.
    movedTo: kind === 'html' ? null : movedTo(trail),
  };
}

function movedTo(trail: Trail): string | null {
  return trail.redirects > 0 && trail.permanent ? trail.url.href : null;
}

/** Whether a refusal is a robot check. Reads the beginning of its page, for a short time; false when it cannot be read. */
async function isChallenge(response: Dispatcher.ResponseData, signal: AbortSignal): Promise<boolean> {
  const { headers, body, statusCode } = response;
  const declared = header(headers, 'cf-mitigated') === 'challenge';
  if (declared || !refusals.has(statusCode)) {
    discard(response);
    return declared;
  }
  try {
    const soon = AbortSignal.any([signal, AbortSignal.timeout(refusalMs)]);
    const bytes = await receiveBody(body, header(headers, 'content-encoding'), refusalBytes, soon);
    return classifyBody(bytes, header(headers, 'content-type')) === 'challenge';
  } catch {
    return false;
  }
}
