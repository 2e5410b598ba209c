import { inspectBatch } from './inspect/batch.ts';
import { inspectFeed } from './inspect/feed.ts';
import { inspectHelp, readInspectOptions } from './inspect/options.ts';
import { plain } from './terminal/plain.ts';

const args = process.argv.slice(2);
process.exitCode = await inspect();

/** Answers the exit code. */
async function inspect(): Promise<number> {
  // Each of these reads its own options, and loads what it needs.
  if (args.includes('--html')) return (await import('./inspect/html.ts')).inspectHtml(args);
  if (args.some((arg) => arg.startsWith('--stories'))) {
    return (await import('./inspect/stories.ts')).inspectStories(args);
  }
  const options = readInspectOptions(args, process.env);
  if ('help' in options) {
    console.log(inspectHelp);
    return 0;
  }
  if ('problem' in options) {
    console.error(`${plain(options.problem)}\n\n${inspectHelp}`);
    return 2;
  }
  if (options.target !== null) return inspectFeed(options.target, options);
  await inspectBatch(process.stdin, process.stdout, options.raw);
  return 0;
}
