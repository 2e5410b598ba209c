import type { Issue } from '../../src/issue.ts';

/**
 * Everything that can go wrong between the request for a feed and its bytes: a code, a message and a hint for each.
 * A message holds no text of the server: only its host name (as `URL` spells it) and numbers.
 */

/** What the messages are filled in with. */
export interface ProblemContext {
  /** The host that was asked last. */
  host: string;
  /** The host of the configured address. */
  from: string;
  /** HTTP status, when an answer came. */
  status: number | null;
  deadlineMs: number;
  maxBytes: number;
  /** The name of the secret that the problem is about. */
  secret?: string;
}

interface Description {
  message: (context: ProblemContext) => string;
  hint: string;
  /** The code of the issue, when it is not the key. */
  code?: string;
}

const openInBrowser = 'Open the address in a browser to see what it gives.';
const passesByItself =
  'This often passes by itself; what is stored stays. If it lasts for days, look for a new address.';
const otherFeed =
  'Ask the publisher to let feed readers in, look for another feed of the same source, or set "enabled: false".';
const whenProxied =
  'A proxy program in "fake IP" mode answers such addresses for every name: run without it, or list the host under pull.allowPrivateHosts.';

const descriptions = {
  'bad-address': {
    message: () => 'The address of the feed cannot be read.',
    hint: 'Write it in full, starting with https://.',
  },
  'secret-missing': {
    message: ({ secret }) => `The secret ${secret} that this feed needs has no value.`,
    hint: 'On GitHub: Settings → Secrets and variables → Actions → New repository secret, with this name. Elsewhere: set an environment variable of this name.',
  },
  'secret-unusable': {
    message: ({ secret }) =>
      `The value of the secret ${secret} cannot be used: it is shorter than 6 characters, or not plain letters, digits and signs on one line.`,
    hint: 'Copy the value again. A part that is no secret belongs into the file as it is.',
  },
  'secret-redirect': {
    message: ({ host }) =>
      `${host} redirects to another host and would give it a secret of this feed, so it was not followed.`,
    hint: openInBrowser,
  },
  'bad-proxy': {
    message: () => 'The address of the proxy cannot be read.',
    hint: 'Write it as http://host:port, in HTTP_PROXY, HTTPS_PROXY or the proxy of this feed.',
  },
  proxy: {
    message: ({ host }) => `${host} was not reached, because the proxy did not answer or refused.`,
    hint: 'Check that the proxy runs and lets you in: HTTP_PROXY, HTTPS_PROXY, or the proxy of this feed. NO_PROXY names hosts to ask directly.',
  },
  'bad-scheme': {
    message: ({ host }) =>
      `The address, or one that ${host} redirects to, does not start with http:// or https://.`,
    hint: 'Use an address that starts with https://.',
  },
  'private-address': {
    message: ({ host }) => `${host} is an address inside a private network, so it was not asked.`,
    hint: 'If it is a service of your own, list its host and port under pull.allowPrivateHosts.',
  },
  'private-redirect': {
    message: ({ from }) => `${from} redirects to an address inside a private network, which was not asked.`,
    hint: otherFeed,
    code: 'private-address',
  },
  'fake-address': {
    message: ({ host }) => `${host} has an address that no real server has, so it was not asked.`,
    hint: whenProxied,
    code: 'private-address',
  },
  dns: {
    message: ({ host }) => `There is no server called ${host}.`,
    hint: 'Check the address for typing errors; the site may have moved or shut down.',
  },
  'dns-busy': {
    message: ({ host }) => `The name ${host} could not be looked up at the moment.`,
    hint: 'Check the internet connection of the machine that pulls; otherwise it passes by itself.',
  },
  refused: {
    message: ({ host }) => `${host} does not accept connections.`,
    hint: passesByItself,
  },
  unreachable: {
    message: ({ host }) => `${host} cannot be reached from here.`,
    hint: 'Check the internet connection of the machine that pulls; the network may block this site.',
  },
  tls: {
    message: ({ host }) => `The security certificate of ${host} is not valid, so it was not trusted.`,
    hint: 'Only the publisher can repair this. Check that the name in the address is right.',
  },
  timeout: {
    message: ({ host, deadlineMs }) => `${host} did not finish its answer within ${seconds(deadlineMs)}.`,
    hint: 'If it happens often, raise pull.timeoutSeconds.',
  },
  reset: {
    message: ({ host }) => `${host} closed the connection too early.`,
    hint: passesByItself,
  },
  truncated: {
    message: ({ host }) => `${host} ended its answer before it was complete.`,
    hint: passesByItself,
  },
  'bad-http': {
    message: ({ host }) => `${host} sent an answer that is not proper HTTP.`,
    hint: `${openInBrowser} The server may be broken.`,
  },
  'bad-encoding': {
    message: ({ host }) => `${host} sent compressed data that cannot be unpacked.`,
    hint: passesByItself,
  },
  'unsupported-encoding': {
    message: ({ host }) => `${host} compressed its answer in a way that we did not ask for.`,
    hint: 'Only the publisher can repair this; look for another address of the feed.',
  },
  'too-large': {
    message: ({ host, maxBytes }) => `The answer of ${host} is larger than ${megabytes(maxBytes)}.`,
    hint: 'If it is a real feed, raise pull.maxMegabytes.',
  },
  'too-many-redirects': {
    message: ({ host }) => `The address redirects too many times, at last from ${host}.`,
    hint: `${openInBrowser} Then use the address where it ends.`,
  },
  'redirect-loop': {
    message: ({ host }) => `${host} redirects in a circle.`,
    hint: 'The site may want a login or a browser. Look for another address of the feed.',
  },
  'bad-redirect': {
    message: ({ host }) => `${host} says the feed is elsewhere, but not where.`,
    hint: openInBrowser,
  },
  empty: {
    message: ({ host }) => `${host} sent nothing at all.`,
    hint: passesByItself,
  },
  'challenge-page': {
    message: ({ host }) => `${host} sent a "prove that you are human" page instead of the feed.`,
    hint: otherFeed,
  },
  'json-error': {
    message: ({ host }) => `${host} sent an error message (JSON) instead of the feed.`,
    hint: openInBrowser,
  },
  'http-401': {
    message: ({ host }) => `${host} wants a login (401).`,
    hint: 'Feeds behind a login cannot be pulled; look for a public address.',
  },
  'http-403': {
    message: ({ host }) => `${host} refuses to give us the feed (403).`,
    hint: otherFeed,
  },
  'http-404': {
    message: ({ host }) => `${host} has nothing at this address (404).`,
    hint: 'The feed has probably moved: look on the site for its new address.',
  },
  'http-410': {
    message: ({ host }) => `${host} says that this feed is gone for good (410).`,
    hint: 'Look for a successor on the site, or set "enabled: false"; what is stored stays, and it is asked again now and then.',
  },
  'http-429': {
    message: ({ host }) => `${host} says that we ask too often (429).`,
    hint: 'Pull less often, or fewer feeds of this site.',
  },
  'http-451': {
    message: ({ host }) => `${host} may not show this for legal reasons (451).`,
    hint: 'It may be open elsewhere: look for another address of the feed.',
  },
  'http-4xx': {
    message: ({ host, status }) => `${host} refused the request (${status}).`,
    hint: openInBrowser,
  },
  'http-5xx': {
    message: ({ host, status }) => `${host} has a problem of its own (${status}).`,
    hint: passesByItself,
  },
  'http-other': {
    message: ({ host, status }) => `${host} gave an answer that makes no sense here (${status}).`,
    hint: openInBrowser,
  },
  'not-asked': {
    message: ({ host }) =>
      `${host} was not asked again in this run, because it failed for feeds before this one.`,
    hint: 'Look at the first failure of this host.',
  },
  failed: {
    message: ({ host }) => `Something went wrong while talking to ${host}.`,
    hint: passesByItself,
  },
} satisfies Record<string, Description>;

export type FetchProblemCode = keyof typeof descriptions;

/** The context of a request that got as far as `lastUrl`. */
export function problemContext(
  request: { url: string; deadlineMs: number; maxBytes: number },
  lastUrl: string,
  status: number | null,
): ProblemContext {
  const hostOf = (url: string) => URL.parse(url)?.hostname ?? '';
  const { deadlineMs, maxBytes } = request;
  return { host: hostOf(lastUrl), from: hostOf(request.url), status, deadlineMs, maxBytes };
}

/** A failure before it becomes an issue; thrown within scripts/fetch only. */
export class FetchProblem extends Error {
  readonly problem: FetchProblemCode;
  /** The name of the secret that it is about. */
  readonly secret: string | undefined;

  constructor(problem: FetchProblemCode, secret?: string) {
    super(problem);
    this.problem = problem;
    this.secret = secret;
  }
}

/** The issue for a problem. A status keeps its number in `code`: `http-503` has the message of `http-5xx`. */
export function problemIssue(feed: string, code: FetchProblemCode, context: ProblemContext): Issue {
  const { message, hint, code: name = code }: Description = descriptions[code];
  const numbered = /^http-(?:4xx|5xx|other)$/.test(code) && context.status !== null;
  return {
    feed,
    stage: 'fetch',
    code: numbered ? `http-${context.status}` : name,
    message: message(context),
    hint,
  };
}

/** The problem of an HTTP status that brings no document. */
export function statusProblem(status: number): FetchProblemCode {
  const exact = `http-${status}`;
  if (Object.hasOwn(descriptions, exact)) return exact as FetchProblemCode;
  if (status >= 500) return 'http-5xx';
  return status >= 400 ? 'http-4xx' : 'http-other';
}

function seconds(milliseconds: number): string {
  const rounded = Math.round(milliseconds / 100) / 10;
  return `${rounded} ${rounded === 1 ? 'second' : 'seconds'}`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 100_000) / 10} MB`;
}
