import { readFile } from 'node:fs/promises';
import type { Database } from './database.js';
import { insertWorkspace } from '../seed/insert-seed.js';
import { createSeed } from '../seed/seed.js';

/** Any number, the same in every server process. */
const PREPARING = 4_210_077;

/**
 * Makes a database ready to serve: the tables, and on the first start the demo's data as of `now`. Several processes may
 * start at once: one prepares, the others wait.
 */
export async function prepareDatabase(database: Database, now: Date): Promise<void> {
  const schema = await readFile(new URL('./schema.sql', import.meta.url), 'utf8');
  await database.transaction(async (transaction) => {
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [PREPARING]);
    await transaction.script(schema);
    const workspaces = await transaction.query('SELECT 1 FROM workspaces LIMIT 1');
    if (!workspaces.length) for (const workspace of createSeed(now)) await insertWorkspace(transaction, workspace);
  });
}
