import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { claimDirectory } from './data-directory.js';
import type { Database } from './database.js';
import { pgliteDatabase } from './pglite-database.js';
import { postgresDatabase } from './postgres-database.js';

/** Opens the server's database: the one of `url` (`postgres://…`), else one of our own in the directory. */
export async function openDatabase(url: string | undefined, directory: string): Promise<Database> {
  if (url) return postgresDatabase(url);
  const giveBack = await claimDirectory(directory);
  try {
    const database = pgliteDatabase(await PGlite.create(join(directory, 'postgres')));
    return { ...database, close: () => database.close().finally(giveBack) };
  } catch (error) {
    await giveBack();
    throw error;
  }
}
