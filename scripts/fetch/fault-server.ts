import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type Agents, guardedConnector, openAgents } from './agents.ts';
import type { FetchRequest } from './request.ts';

/** For the tests alone: servers on loopback, a canary among them, and requests to them. What they answer: `faults.ts`. */

export type Handler = (request: IncomingMessage, response: ServerResponse, visit: number) => void;

export interface TestServer {
  /** `host:port`, as in `allowPrivateHosts`. */
  host: string;
  port: number;
  url: (path: string) => string;
  /** Every request so far, in order. */
  requests: IncomingMessage[];
  /** Body bytes that left so far. */
  bytesSent: () => number;
  close: () => Promise<void>;
}

export const sampleFeed =
  '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Harbour Lantern</title><item><title>Tide tables reprinted</title></item></channel></rss>\n';

/** A server with a handler a path; `visit` counts the requests for that path from 1. */
export async function startServer(handlers: Record<string, Handler>): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  let closedBytes = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    const visit = requests.filter(({ url }) => url === request.url).length;
    const handler = handlers[request.url ?? ''] ?? ((_request, answer) => answer.writeHead(404).end());
    handler(request, response, visit);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      closedBytes += socket.bytesWritten;
    });
  });
  const port = await listen(server);
  return {
    host: `127.0.0.1:${port}`,
    port,
    url: (path) => `http://127.0.0.1:${port}${path}`,
    requests,
    bytesSent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closedBytes),
    close: () => stop(server, sockets),
  };
}

export interface Canary {
  port: number;
  /** How many connections came in. */
  hits: () => number;
  /** How many of them are still open. */
  open: () => number;
  close: () => Promise<void>;
}

/** A listener that nobody should ever reach: it counts connections, not requests, and never answers. */
export async function startCanary(): Promise<Canary> {
  const sockets = new Set<Socket>();
  let hits = 0;
  const server = createTcpServer((socket) => {
    hits += 1;
    sockets.add(socket);
    socket.resume();
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  return {
    port: await listen(server),
    hits: () => hits,
    open: () => sockets.size,
    close: () => stop(server, sockets),
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}

/** The real ways out, except that every `.example` host on the public one is this server. */
export function outsideAgents(server: TestServer): Agents {
  const real = openAgents();
  const plain = buildConnector({});
  const guarded = guardedConnector(plain);
  const outside = new Agent({
    connect: (options, callback) =>
      options.hostname.endsWith('.example')
        ? plain({ ...options, hostname: '127.0.0.1', port: String(server.port) }, callback)
        : guarded(options, callback),
  });
  const close = async () => {
    await Promise.all([outside.destroy(), real.close()]);
  };
  return { listed: real.listed, wayTo: async () => ({ agent: outside }), close };
}

/** A request with the bounds of the tests; the server's own host is allowed. */
export function requestFor(
  server: TestServer,
  path: string,
  change: Partial<FetchRequest> = {},
): FetchRequest {
  return {
    feed: 'harbour',
    url: server.url(path),
    validators: null,
    userAgent: 'Broadsheet/1.0 (feed reader; +https://paper.example/)',
    deadlineMs: 5000,
    maxBytes: 1_100_000,
    allowPrivateHosts: [server.host],
    ...change,
  };
}
