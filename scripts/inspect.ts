import { inspectBatch } from './inspect/batch.ts';
import { inspectDocument } from './inspect/inspection.ts';
import { listing } from './inspect/listing.ts';
import { loadDocument } from './inspect/load-document.ts';
import { inspectHelp, readInspectOptions } from './inspect/options.ts';
import { plain } from './pull/plain.ts';

const args = process.argv.slice(2);
const options = readInspectOptions(args, process.env);
if ('help' in options) {
  console.log(inspectHelp);
  process.exit(0);
}
if ('problem' in options) {
  console.error(`${plain(options.problem)}\n\n${inspectHelp}`);
  process.exit(2);
}
if (options.target === null) {
  await inspectBatch(process.stdin, process.stdout, options.raw);
} else {
  const document = await loadDocument(options.target, options);
  if ('problem' in document) {
    console.error(`${plain(document.problem)}\n${plain(document.hint)}`);
    process.exit(1);
  }
  const inspection = await inspectDocument(document, options.raw);
  process.stdout.write(
    options.json ? `${JSON.stringify(inspection, null, 2)}\n` : listing(inspection, options.why),
  );
}
