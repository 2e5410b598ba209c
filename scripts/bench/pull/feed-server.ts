import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { feedXml, longFeedXml } from '../invented/feed.ts';

/** A separate program: serves invented feeds, each on its own port, so that a pull sees as many hosts. */

export interface Shelf {
  feeds: number;
  /** Entries of each. */
  items: number;
  /** How long every answer takes to begin. */
  latencyMs: number;
  /** Serve one feed of short entries instead. */
  long?: boolean;
}

/** `unchanged`: 304 to whoever has a document already; `whole`: the document, whatever is asked. */
export type Manner = 'unchanged' | 'whole';

const shelf = JSON.parse(process.argv[2] ?? '{}') as Shelf;
let manner: Manner = 'unchanged';
process.on('message', (wish: Manner) => {
  manner = wish;
  process.send?.('understood');
});
process.on('disconnect', () => process.exit(0));

const documents = Array.from({ length: shelf.feeds }, (_, number) =>
  Buffer.from(shelf.long ? longFeedXml(shelf.items) : feedXml(number, shelf.items, shelf.items)),
);
const servers = await Promise.all(
  documents.map((document, number) =>
    listen(createServer((request, response) => answer(request, response, document, `"${number}"`))),
  ),
);
process.send?.(servers.map((server) => (server.address() as AddressInfo).port));

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  document: Buffer,
  etag: string,
): Promise<void> {
  await wait(shelf.latencyMs);
  const headers = { etag, 'content-type': 'application/xml; charset=utf-8' };
  const isKnown = manner === 'unchanged' && request.headers['if-none-match'] === etag;
  if (isKnown) response.writeHead(304, headers).end();
  else response.writeHead(200, { ...headers, 'content-length': document.length }).end(document);
}

function listen(server: Server): Promise<Server> {
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}
