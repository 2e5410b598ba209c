import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

export interface FolderServer {
  port: number;
  close: () => Promise<void>;
}

/** The path under which the site in a folder is to be served, with a slash at both ends; null when there is no site. */
export async function pathOfSite(folder: string): Promise<string | null> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.webmanifest'), 'utf8')).scope;
  } catch {
    return null;
  }
}

/**
 * Serves folders on loopback under a path. The first folder that has a file serves it; when none has, the first
 * `404.html` is the answer. Port 0 is any free port. Gives null when the port is taken.
 */
export async function serveFolders(
  folders: string[],
  port: number,
  under = '/',
): Promise<FolderServer | null> {
  const handlers = folders.map((folder) => sirv(folder, { dev: true, etag: true, dotfiles: false }));
  const server = createServer((request, response) => {
    const ask = (index: number): void => {
      const handler = handlers[index];
      if (handler) handler(request, response, () => ask(index + 1));
      else answerNotFound(folders, response);
    };
    const path = request.url ?? '/';
    if (path.startsWith(under)) {
      request.url = path.slice(under.length - 1);
      ask(0);
    } else if (path === '/') response.writeHead(302, { location: under }).end();
    else answerNotFound(folders, response);
  });
  if (!(await listen(server, port))) return null;
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function answerNotFound(folders: string[], response: ServerResponse): void {
  const page = folders.map((folder) => join(folder, '404.html')).find((file) => existsSync(file));
  const type = page === undefined ? 'text/plain' : 'text/html';
  response
    .writeHead(404, { 'content-type': `${type}; charset=utf-8` })
    .end(page === undefined ? 'There is nothing here.\n' : readFileSync(page));
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(false) : fail(error),
    );
    server.listen(port, '127.0.0.1', () => done(true));
  });
}
