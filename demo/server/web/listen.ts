import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const DEFAULT_PORT = 3000;
const PORTS_TO_TRY = 20;

/**
 * Starts listening and answers the port: the one given, and no other; without one, the first free one from 3000 on. Fails
 * like `listen` does, for instance with `EADDRINUSE`.
 */
export async function listenOn(server: Server, port: number | undefined, hostname: string): Promise<number> {
  if (port !== undefined) return listen(server, port, hostname);
  for (let candidate = DEFAULT_PORT; candidate < DEFAULT_PORT + PORTS_TO_TRY; candidate++) {
    try {
      return await listen(server, candidate, hostname);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  return listen(server, 0, hostname);
}

function listen(server: Server, port: number, hostname: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
