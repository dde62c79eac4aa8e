import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../demo/server/database/database.js';
import { pgliteDatabase } from '../../demo/server/database/pglite-database.js';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/contact-details/', import.meta.url));

/**
 * An empty PGlite database in memory. Making one takes three seconds, loading an empty one less than one: it is kept in
 * the cache of the installed packages, by the version of PGlite.
 */
export async function openPglite(): Promise<Database> {
  const path = `${CACHE}pglite-${await installedVersion()}.tar`;
  const kept = await readFile(path).catch(() => undefined);
  const postgres = await PGlite.create(kept ? { loadDataDir: new Blob([new Uint8Array(kept)]) } : {});
  if (!kept) await keep(postgres, path);
  return pgliteDatabase(postgres);
}

/** Written aside and moved into place: several test files may be at it. */
async function keep(postgres: PGlite, path: string): Promise<void> {
  const dump = await postgres.dumpDataDir('none');
  const aside = `${path}.${process.pid}`;
  await mkdir(CACHE, { recursive: true });
  await writeFile(aside, new Uint8Array(await dump.arrayBuffer()));
  await rename(aside, path);
}

async function installedVersion(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}
