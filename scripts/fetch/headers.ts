import type { IncomingHttpHeaders } from 'node:http';
import { isPrivateHost } from './guard.ts';

/** What a pull reads from the headers of answers, and sends in those of requests. Pure. */

/** What a server gave for conditional requests; sent back unchanged. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/**
 * In seconds. A `Retry-After` counts for at most a day, because a longer one is mostly a mistake. An answer counts as
 * fresh for at most 20 hours, so that a nightly run never skips a night.
 */
const longestWait = 24 * 3600;
const longestFresh = 20 * 3600;

/** The User-Agent: the name of the program, and the address of the site when it has one that others can open. */
export function userAgent(siteUrl: string | null): string {
  const url = siteUrl === null ? null : URL.parse(siteUrl);
  const isHidden = url === null || isPrivateHost(url.hostname) || url.username + url.password !== '';
  return isHidden ? 'Broadsheet/1.0 (feed reader)' : `Broadsheet/1.0 (feed reader; +${url.href})`;
}

/** The value of a header, one character for each byte; the first when it came several times. */
export function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? null;
}

/** The address in a Location header. Bytes beyond ASCII are escaped one by one, which fits every encoding. */
export function locationOf(headers: IncomingHttpHeaders): string | null {
  const escaped = (byte: string) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`;
  return header(headers, 'location')?.replace(/[\x80-\xff]/g, escaped) ?? null;
}

/** The validators of an answer, without those that could not be sent back in a header. */
export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  return {
    etag: sendable(header(headers, 'etag')),
    lastModified: sendable(header(headers, 'last-modified')),
  };
}

/** The headers of a conditional request. */
export function conditionalHeaders(validators: Validators | null): Record<string, string> {
  const etag = sendable(validators?.etag ?? null);
  const lastModified = sendable(validators?.lastModified ?? null);
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

function sendable(value: string | null): string | null {
  return value !== null && /^[\x20-\x7e]{1,1000}$/.test(value) ? value : null;
}

/** Retry-After in seconds, from either form (RFC 9110, 10.2.3), at most a day; null when absent or unreadable. */
export function retryAfterOf(headers: IncomingHttpHeaders, now: number): number | null {
  const value = header(headers, 'retry-after');
  if (value === null) return null;
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (httpDate(value) - now) / 1000;
  return clamp(seconds, longestWait);
}

/**
 * For how many seconds the answer is fresh (RFC 9111, 4.2): max-age minus Age, else Expires minus Date; 0 when the server
 * wants to be asked each time, null when it does not say.
 */
export function freshForOf(headers: IncomingHttpHeaders, now: number): number | null {
  const control = header(headers, 'cache-control')?.toLowerCase() ?? '';
  if (/\bno-(?:cache|store)\b/.test(control)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  if (maxAge !== undefined) {
    return clamp(Number(maxAge) - (Number(header(headers, 'age')) || 0), longestFresh);
  }
  const expires = header(headers, 'expires');
  if (expires === null) return null;
  const until = httpDate(expires);
  if (Number.isNaN(until)) return 0; // "Expires: 0" and the like mean "already stale".
  const date = httpDate(header(headers, 'date') ?? '');
  return clamp((until - (Number.isNaN(date) ? now : date)) / 1000, longestFresh);
}

/** Milliseconds since 1970, or NaN. A date without a zone is in UTC, whatever the zone of this machine. */
function httpDate(value: string): number {
  return Date.parse(/(?:GMT|UTC|Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value} GMT`);
}

function clamp(seconds: number, most: number): number | null {
  return Number.isNaN(seconds) ? null : Math.min(Math.max(Math.ceil(seconds), 0), most);
}
