import { loadCustomRules } from '../custom/load-rules.ts';
import { plain } from '../terminal/plain.ts';
import type { HttpFacts } from './command.ts';
import { inspectDocument } from './inspection.ts';
import { listing } from './listing.ts';
import { loadDocument } from './load-document.ts';

export interface InspectFeedOptions extends HttpFacts {
  json: boolean;
  why: boolean;
  /** Stop before cleaning. */
  raw: boolean;
}

/** Shows what every stage makes of a file or an address. Gives the exit code: 1 for what is no feed. */
export async function inspectFeed(
  target: string,
  { json, why, raw, ...http }: InspectFeedOptions,
): Promise<number> {
  const document = await loadDocument(target, http);
  if ('problem' in document) {
    console.error(`${plain(document.problem)}\n${plain(document.hint)}`);
    return 1;
  }
  const { rules } = await loadCustomRules();
  const inspection = await inspectDocument(document, raw, rules);
  process.stdout.write(json ? `${JSON.stringify(inspection, null, 2)}\n` : listing(inspection, why));
  return inspection.reading.format === null ? 1 : 0;
}
