import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../demo/server/app.js';
import { contactChanges } from '../../demo/server/contacts/contact-changes.js';
import type { Database } from '../../demo/server/database/database.js';
import { prepareDatabase } from '../../demo/server/database/prepare.js';
import { listenOn } from '../../demo/server/web/listen.js';
import { builtPages } from '../../demo/server/web/pages.js';
import { nodeServer } from '../../demo/server/web/serve.js';
import { openPglite } from './pglite.js';

const BUILT = fileURLToPath(new URL('../../demo/dist', import.meta.url));

export interface TestServer {
  /** Without a final slash. */
  readonly url: string;
  /** What the server reads and writes: for looking behind the page's back. */
  readonly database: Database;
  /** Everything that went wrong inside, which clients are not told. */
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

/** Starts the demo server on a free port, with the demo's data in a fresh database; the pages too, where they are built. */
export async function startServer(database?: Database, now = new Date()): Promise<TestServer> {
  const own = database ?? (await openPglite());
  await prepareDatabase(own, now);
  const changes = await contactChanges(own);
  const errors: unknown[] = [];
  const app = createApp({
    ...{ database: own, changes },
    ...(existsSync(BUILT) ? { pages: builtPages(BUILT) } : {}),
    onError: (error) => errors.push(error),
  });
  const server = nodeServer(app);
  const port = await listenOn(server, 0, 'localhost');
  return {
    url: `http://localhost:${port}`,
    database: own,
    errors,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await changes.close();
      await own.close();
    },
  };
}
