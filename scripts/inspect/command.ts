import { defineCommand } from '../terminal/command.ts';
import { flag, WrongUsage } from '../terminal/option.ts';

/** `inspect` of feeds; `--html`, `--page`, `--stories` and `--place` are commands of their own. */
export const inspectCommand = defineCommand({
  usage: [
    'npm run -s inspect -- FILE_OR_URL [--json] [--why] [--raw]',
    'npm run -s inspect -- --batch [--raw]',
    'npm run -s inspect -- --html FILE [options]     (--html --help tells more)',
    'npm run -s inspect -- --page FILE [options]     (--page --help tells more)',
    'npm run -s inspect -- --stories DIR|--batch     (--stories --help tells more)',
    'npm run -s inspect -- --place --batch [options] (--place --help tells more)',
  ],
  about:
    'Shows what every stage makes of a feed, of the HTML of an article, of a web page, or of stored items.',
  options: {
    json: flag('everything as JSON on standard output'),
    why: flag('how the document was read, and what cleaning removed from each article'),
    raw: flag('stop before cleaning'),
    batch: flag(
      'reads a JSON line {"path","contentType","base"} for each document on standard input, and writes a JSON line for each',
    ),
  },
  operands: ([target = null, ...others], { batch }) => {
    if (batch && target !== null)
      throw new WrongUsage('--batch reads its documents from standard input: name no file.');
    if (!batch && (target === null || others.length > 0))
      throw new WrongUsage(
        'Name one file or address, such as npm run -s inspect -- https://example.org/feed.xml',
      );
    return { target };
  },
  notes:
    'FEED_CONTENT_TYPE and FEED_BASE in the environment stand for the Content-Type and the address of a file.',
  exitCodes: { 0: 'read', 1: 'it is no feed, or could not be fetched', 2: 'the options are wrong' },
});

/** What HTTP would say of a file. */
export interface HttpFacts {
  contentType: string | null;
  /** The address that it would come from. */
  base: string | null;
}

/** What the environment says of a file, in place of HTTP. */
export function httpFactsOf(env: NodeJS.ProcessEnv): HttpFacts {
  return { contentType: env['FEED_CONTENT_TYPE'] || null, base: env['FEED_BASE'] || null };
}
