import { randomBytes } from 'node:crypto';
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

/** The secret that all server processes of this database sign cookies with. */
export async function sharedSecret(database: Database): Promise<string> {
  await database.query(`INSERT INTO server_secrets (name, value) VALUES ('cookies', $1) ON CONFLICT (name) DO NOTHING`, [
    randomBytes(32).toString('base64url'),
  ]);
  const [secret] = await database.query<{ value: string }>(`SELECT value FROM server_secrets WHERE name = 'cookies'`);
  if (!secret) throw new Error('The database keeps no secret');
  return secret.value;
}
