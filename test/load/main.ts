import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createShared } from '../support/databases.js';
import { SpawnedServer } from '../support/spawned-server.js';
import type { Place } from '../support/spawned-server.js';
import { runLoad } from './run-load.js';
import type { LoadOptions } from './run-load.js';

/**
 * `npm run load`: how the reference server does under the load of an office. On PGlite, and where `TEST_DATABASE_URL` names a
 * server also on PostgreSQL, with one process and with two. `LOAD_SECONDS`, `LOAD_PANELS`, `LOAD_WRITES` (a second) change it.
 */
const { LOAD_SECONDS = '120', LOAD_PANELS = '200', LOAD_WRITES = '50' } = process.env;
const options = { seconds: Number(LOAD_SECONDS), panels: Number(LOAD_PANELS), writes: Number(LOAD_WRITES) };

async function report(title: string, places: readonly Place[], load: LoadOptions): Promise<void> {
  const servers: SpawnedServer[] = [];
  for (const place of places) servers.push(await SpawnedServer.start(place));
  const { lines, isGood } = await runLoad(servers, load);
  for (const server of servers) await server.end('SIGTERM');
  console.log(`\n${title}: ${load.panels} panels, ${load.writes} writes a second, ${load.seconds} seconds`);
  for (const line of lines) console.log(`  ${line}`);
  if (!isGood) process.exitCode = 1;
}

const directory = await mkdtemp(join(tmpdir(), 'load-'));
await report('PGlite', [{ DATA_DIR: directory }], options);
await rm(directory, { recursive: true });

for (const processes of [1, 2]) {
  const shared = await createShared();
  if (!shared) break;
  await report(`PostgreSQL, ${processes} process(es)`, Array<Place>(processes).fill({ DATABASE_URL: shared.url }), options);
  await shared.drop();
}
