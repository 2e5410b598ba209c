import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface FolderServer {
  port: number;
  close: () => Promise<void>;
}

/**
 * Serves folders on loopback, the first that has a file winning. Port 0 takes any that is free; gives null when
 * the port is taken.
 */
export async function serveFolders(folders: string[], port: number): Promise<FolderServer | null> {
  const shelves = folders.map((folder) => sirv(folder, { dev: true, etag: true, dotfiles: false }));
  const server = createServer((request, response) => {
    const ask = (index: number): void => {
      const shelf = shelves[index];
      if (shelf) shelf(request, response, () => ask(index + 1));
      else
        response
          .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
          .end('There is nothing here.\n');
    };
    ask(0);
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

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(false) : fail(error),
    );
    server.listen(port, '127.0.0.1', () => done(true));
  });
}
