import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from './database/open-database.js';
import { start } from './start.js';
import { LOCAL_HOSTS } from './web/connections.js';
import { builtPages } from './web/pages.js';

const BUILT = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * `npm start`. Options, or variables of the environment: `--port`/`PORT`, `--host`/`HOST`, `--database-url`/`DATABASE_URL`
 * (without it, Postgres runs inside this process), `--data-dir`/`DATA_DIR`, `--allowed-hosts`/`ALLOWED_HOSTS`,
 * `--trust-proxy`/`TRUST_PROXY`; `--dev` serves the sources instead of the build.
 */
async function main(): Promise<void> {
  const { port, host, hosts, trustsProxy, databaseUrl, dataDir, dev } = settings();
  if (!dev && !existsSync(BUILT)) throw new Error('The demo is not built: use `npm start`, or the option --dev');

  const database = await openDatabase(databaseUrl, dataDir);
  const { pages, vite } = dev ? await (await import('./web/dev-pages.js')).sourcePages() : { pages: builtPages(BUILT) };
  const sources = vite ? { sources: vite.middlewares } : {};
  const onError = (error: unknown): void => console.error(error);
  const started = await start({ ...{ database, pages, port, host, hosts, trustsProxy, onError }, ...sources });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([started.stop(), vite?.close()]).then(() => process.exit(0));
    });
  }
  const kept = databaseUrl ? 'in the database of DATABASE_URL' : `in ${dataDir}`;
  console.log(`contact-details demo: http://${host}:${started.port} (data ${kept}; stop with Ctrl+C)`);
}

function settings() {
  const options = {
    port: { type: 'string' },
    host: { type: 'string' },
    'database-url': { type: 'string' },
    'data-dir': { type: 'string' },
    'allowed-hosts': { type: 'string' },
    'trust-proxy': { type: 'boolean' },
    dev: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  const port = values.port ?? process.env['PORT'];
  if (port && !/^\d{1,5}$/.test(port)) throw new Error(`PORT must be a number, not "${port}"`);
  const host = values.host ?? process.env['HOST'] ?? 'localhost';
  const hosts = (values['allowed-hosts'] ?? process.env['ALLOWED_HOSTS'] ?? '').split(',').map((name) => name.trim());
  return {
    port: port ? Number(port) : undefined,
    host,
    hosts: [...LOCAL_HOSTS, host, ...hosts].filter(Boolean),
    trustsProxy: values['trust-proxy'] ?? process.env['TRUST_PROXY'] === '1',
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
