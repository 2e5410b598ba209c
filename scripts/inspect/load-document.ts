import { readFile } from 'node:fs/promises';
import { fetchDocument } from '../fetch/document.ts';
import { userAgent } from '../fetch/headers.ts';
import type { HttpFacts } from './command.ts';

/** The bytes of what is inspected, and what HTTP says of them. */
export interface LoadedDocument extends HttpFacts {
  bytes: Uint8Array;
}

/** Reads a file or fetches an address; gives a problem and a hint when that fails. */
export async function loadDocument(
  target: string,
  http: HttpFacts,
): Promise<LoadedDocument | { problem: string; hint: string }> {
  if (/^https?:\/\//i.test(target)) return loadAddress(target);
  try {
    return { bytes: await readFile(target), ...http };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return {
      problem: missing ? `there is no file ${target}` : `${target} cannot be read`,
      hint: 'name a file that is there, or an address that begins with https://',
    };
  }
}

/** An address on the command line may be private: whoever typed it may ask it. */
async function loadAddress(url: string): Promise<LoadedDocument | { problem: string; hint: string }> {
  const outcome = await fetchDocument({
    feed: 'inspected',
    url,
    validators: null,
    userAgent: userAgent(null),
    deadlineMs: 30_000,
    maxBytes: 20_000_000,
    allowPrivateHosts: [URL.parse(url)?.host ?? ''],
  });
  if (outcome.kind === 'document') {
    return { bytes: outcome.bytes, contentType: outcome.contentType, base: outcome.url };
  }
  if (outcome.kind === 'unchanged') {
    return { problem: 'the server sent nothing', hint: 'try again in a minute' };
  }
  return { problem: outcome.issue.message, hint: outcome.issue.hint };
}
