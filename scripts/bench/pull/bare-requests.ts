import { text } from 'node:stream/consumers';
import pLimit from 'p-limit';
import { request } from 'undici';

/**
 * A program of its own, the floor of a pull: asks for every address on standard input, a line each, eight at a time,
 * and reads the answers to their ends. With `--known`, as somebody who has the documents already.
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
