import { loadCustomRules } from '../custom/load-rules.ts';
import { plain } from '../terminal/plain.ts';
import { inspectDocument } from './inspection.ts';
import { listing } from './listing.ts';
import { loadDocument } from './load-document.ts';
import type { InspectOptions } from './options.ts';

/** Shows what every stage makes of a file or an address. Answers the exit code: 1 for what is no feed. */
export async function inspectFeed(target: string, options: InspectOptions): Promise<number> {
  const document = await loadDocument(target, options);
  if ('problem' in document) {
    console.error(`${plain(document.problem)}\n${plain(document.hint)}`);
    return 1;
  }
  const { rules } = await loadCustomRules();
  const inspection = await inspectDocument(document, options.raw, rules);
  const { json, why } = options;
  process.stdout.write(json ? `${JSON.stringify(inspection, null, 2)}\n` : listing(inspection, why));
  return inspection.reading.format === null ? 1 : 0;
}
