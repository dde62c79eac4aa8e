import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createApp } from './app.js';
import { contactChanges } from './contacts/contact-changes.js';
import { forgetOldAnswers } from './contacts/idempotency.js';
import { openDatabase } from './database/open-database.js';
import { prepareDatabase, sharedSecret } from './database/prepare.js';
import { listenOn } from './web/listen.js';
import { builtPages } from './web/pages.js';
import { nodeServer } from './web/serve.js';

const HOUR = 60 * 60_000;
const BUILT = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * `npm start`. Options, or variables of the environment: `--port`/`PORT`, `--host`/`HOST`, `--database-url`/`DATABASE_URL`
 * (without it, Postgres runs inside this process), `--data-dir`/`DATA_DIR`; `--dev` serves the sources instead of the build.
 */
async function main(): Promise<void> {
  const { port, host, databaseUrl, dataDir, dev } = settings();
  if (!dev && !existsSync(BUILT)) throw new Error('The demo is not built: use `npm start`, or the option --dev');

  const database = await openDatabase(databaseUrl, dataDir);
  await prepareDatabase(database, new Date());
  const changes = await contactChanges(database);
  const secret = await sharedSecret(database);
  const { pages, vite } = dev ? await (await import('./web/dev-pages.js')).sourcePages() : { pages: builtPages(BUILT) };
  const app = createApp({ database, changes, secret, pages, onError: (error) => console.error(error) });
  const server = nodeServer(app, vite?.middlewares);
  const housekeeping = setInterval(() => void forgetOldAnswers(database).catch(console.error), HOUR);

  const stop = async (): Promise<void> => {
    clearInterval(housekeeping);
    server.close();
    server.closeAllConnections();
    await vite?.close();
    await changes.close();
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(0)));

  const listening = await listenOn(server, port, host).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const kept = databaseUrl ? 'in the database of DATABASE_URL' : `in ${dataDir}`;
  console.log(`contact-details demo: http://${host}:${listening} (data ${kept}; stop with Ctrl+C)`);
}

function settings() {
  const options = {
    port: { type: 'string' },
    host: { type: 'string' },
    'database-url': { type: 'string' },
    'data-dir': { type: 'string' },
    dev: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  const port = values.port ?? process.env['PORT'];
  if (port && !/^\d{1,5}$/.test(port)) throw new Error(`PORT must be a number, not "${port}"`);
  return {
    port: port ? Number(port) : undefined,
    host: values.host ?? process.env['HOST'] ?? 'localhost',
    databaseUrl: values['database-url'] ?? process.env['DATABASE_URL'],
    dataDir: values['data-dir'] ?? process.env['DATA_DIR'] ?? '.data',
    dev: values.dev ?? false,
  };
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && error.code === 'EADDRINUSE') return 'The port is taken: name another PORT, or none';
  return error.message || error;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
