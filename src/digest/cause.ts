import { lookUp } from '../text/look-up.ts';

/** Kinds of failure. An interface language may have a sentence for each that says what to do. */
export const causes = [
  'gone',
  'notFound',
  'refused',
  'busy',
  'slow',
  'network',
  'tooLarge',
  'notFeed',
  'server',
  'private',
  'other',
] as const;

export type Cause = (typeof causes)[number];

const byCode: Record<string, Cause> = {
  'http-410': 'gone',
  'http-404': 'notFound',
  dns: 'notFound',
  'bad-address': 'notFound',
  'http-401': 'refused',
  'http-403': 'refused',
  'http-451': 'refused',
  'challenge-page': 'refused',
  'http-429': 'busy',
  'private-address': 'private',
  timeout: 'slow',
  'dns-busy': 'network',
  unreachable: 'network',
  refused: 'network',
  reset: 'network',
  truncated: 'network',
  'too-large': 'tooLarge',
  'html-instead-of-feed': 'notFeed',
  'json-instead-of-feed': 'notFeed',
  'json-error': 'notFeed',
  'list-of-feeds': 'notFeed',
  'not-a-feed': 'notFeed',
  sitemap: 'notFeed',
  empty: 'server',
  tls: 'server',
};

/** The kind of failure that a code stands for. */
export function causeOf(code: string): Cause {
  return lookUp(byCode, code) ?? (/^http-5\d\d$/.test(code) ? 'server' : 'other');
}
