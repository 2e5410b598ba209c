import { inspectBatch } from './inspect/batch.ts';
import { httpFactsOf, inspectCommand } from './inspect/command.ts';
import { inspectFeed } from './inspect/feed.ts';
import { runCommand } from './terminal/command.ts';

const args = process.argv.slice(2);
process.exitCode = await inspect();

/** The modes are commands of their own; each loads only what it needs. */
async function inspect(): Promise<number> {
  if (args.includes('--html')) return (await import('./inspect/html.ts')).inspectHtml(args);
  if (args.includes('--page')) return (await import('./inspect/page.ts')).inspectPage(args);
  if (args.some((argument) => argument.startsWith('--stories')))
    return (await import('./inspect/stories.ts')).inspectStories(args);
  if (args.includes('--place')) return (await import('./inspect/place.ts')).inspectPlace(args);
  return runCommand(inspectCommand, ({ target, raw, ...shown }) =>
    target === null
      ? inspectBatch(process.stdin, process.stdout, raw)
      : inspectFeed(target, { raw, ...shown, ...httpFactsOf(process.env) }),
  );
}
