import type { Socket } from 'node:net';
import zlib from 'node:zlib';
import type { Handler } from './fault-server.ts';

/** For the tests alone: what servers do to a reader, one kind of answer each, all within bounds. */

/** An answer with this body, and with 200 unless another status is given. */
export function answer(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  status = 200,
): Handler {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

/** A redirect; characters beyond ASCII go out as bare UTF-8, as many servers send them. */
export function redirect(location: string, status = 302): Handler {
  return answer('', { location: Buffer.from(location).toString('latin1') }, status);
}

/** Sends a chunk every few milliseconds until the other side leaves; at most 5,000 of them. */
export function drip(chunk: string, everyMs: number, status = 200): Handler {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/rss+xml' });
    let left = 5000;
    const timer = setInterval(() => {
      left -= 1;
      if (left > 0) response.write(chunk);
      else response.end();
    }, everyMs);
    response.on('close', () => clearInterval(timer));
  };
}

/** A body that goes on as long as it is read; at most `megabytes`. */
export function endless(megabytes: number): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    const chunk = Buffer.alloc(64 * 1024, 'x');
    let left = megabytes * 16;
    const send = () => {
      while (left > 0 && !response.destroyed) {
        left -= 1;
        if (!response.write(chunk)) {
          response.once('drain', send);
          return;
        }
      }
      response.end();
    };
    send();
  };
}

/** Raw bytes on the wire, then what the callback does to the socket. */
export function raw(bytes: string, then: (socket: Socket) => void = (socket) => socket.end()): Handler {
  return (_request, response) => {
    const { socket } = response;
    if (socket) socket.write(bytes, 'latin1', () => setTimeout(() => then(socket), 10));
  };
}

/** So many megabytes of zeros, packed to about a thousandth. */
export function bomb(megabytes: number, pack: (bytes: Buffer) => Buffer = zlib.gzipSync): Buffer {
  return pack(Buffer.alloc(megabytes * 1024 * 1024));
}
