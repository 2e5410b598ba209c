import { parseArgs } from 'node:util';

export interface InspectOptions {
  /** File or address; null with `--batch`. */
  target: string | null;
  json: boolean;
  why: boolean;
  /** Stop before cleaning. */
  raw: boolean;
  batch: boolean;
  /** Stand for the HTTP facts of a file. */
  contentType: string | null;
  base: string | null;
}

export const inspectHelp = `npm run -s inspect -- FILE_OR_URL [--json] [--why] [--raw]
npm run -s inspect -- --batch [--raw]
npm run -s inspect -- --html FILE [--base URL] [--feed ID]
npm run -s inspect -- --stories DIR

Shows what every stage makes of a feed.

  --json     everything as JSON on standard output
  --why      how the document was read, and what cleaning took out of each article
  --raw      stop before cleaning
  --batch    a JSON line {"path","contentType","base"} a document on standard input, a JSON line each in answer
  --html     the cleaning alone, of an article's HTML; --html --help tells more
  --stories  the stories among stored items
  --help     this text

FEED_CONTENT_TYPE and FEED_BASE in the environment stand for the Content-Type and the address of a file.
Exit codes: 0 read; 1 not a feed, or not to be had; 2 the options are wrong.
`;

/** Reads the options of an inspection. A wrong one gives a sentence. */
export function readInspectOptions(
  args: string[],
  env: Record<string, string | undefined>,
): InspectOptions | { help: true } | { problem: string } {
  let parsed: { values: Record<string, boolean | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        why: { type: 'boolean' },
        raw: { type: 'boolean' },
        batch: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values['help']) return { help: true };
  const batch = values['batch'] === true;
  if (positionals.length !== (batch ? 0 : 1)) {
    return {
      problem: batch
        ? '--batch reads its documents from standard input: no file, please'
        : 'name one file or address, such as npm run -s inspect -- https://example.org/feed.xml',
    };
  }
  return {
    target: positionals[0] ?? null,
    json: values['json'] === true,
    why: values['why'] === true,
    raw: values['raw'] === true,
    batch,
    contentType: env['FEED_CONTENT_TYPE'] || null,
    base: env['FEED_BASE'] || null,
  };
}
