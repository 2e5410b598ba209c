import { text } from 'node:stream/consumers';
import pLimit from 'p-limit';
import { request } from 'undici';

/**
 * A separate program, the lower bound for a pull: requests each address on standard input, one a line, eight at a time,
 * and reads each answer to its end. `--known` sends validators, as for documents that have not changed.
 */
const urls = (await text(process.stdin)).split('\n').filter(Boolean);
const isKnown = process.argv.includes('--known');
const limit = pLimit(8);
await Promise.all(
  urls.map((url, number) =>
    limit(async () => {
      const headers: Record<string, string> = isKnown ? { 'if-none-match': `"${number}"` } : {};
      const { body } = await request(url, { headers });
      await body.arrayBuffer();
    }),
  ),
);
