import { randomUUID } from 'node:crypto';
import type { Database } from '../../demo/server/database/database.js';
import { postgresDatabase } from '../../demo/server/database/postgres-database.js';
import { openPglite } from './pglite.js';

/** A kind of database that the same tests run on. */
export interface Engine {
  readonly name: string;
  /** Opens an empty database of one's own, which is gone once closed. */
  readonly open: () => Promise<Database>;
}

/** An empty database that several connections share; only a real server has it. */
export interface SharedDatabase {
  /** Where it is, for another process. */
  readonly url: string;
  readonly connect: () => Database;
  /** Removes the database; every connection must be closed. */
  readonly drop: () => Promise<void>;
}

const serverUrl = process.env['TEST_DATABASE_URL'];

if (!serverUrl) console.log('# TEST_DATABASE_URL is not set: PGlite only, nothing runs on a real PostgreSQL server');

/** PGlite, and PostgreSQL where TEST_DATABASE_URL names a server. */
export const ENGINES: readonly Engine[] = [
  { name: 'PGlite', open: openPglite },
  ...(serverUrl ? [{ name: 'PostgreSQL', open: openAlone }] : []),
];

/** An empty database for tests that mean no engine in particular: on the real server where there is one, it starts faster. */
export const openAny: Engine['open'] = serverUrl ? openAlone : openPglite;

/** Creates a database on the real server; `undefined` where there is no server. */
export async function createShared(): Promise<SharedDatabase | undefined> {
  if (!serverUrl) return undefined;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    connect: () => postgresDatabase(url.href),
    drop: () => onServer(serverUrl, `DROP DATABASE ${name}`),
  };
}

async function openAlone(): Promise<Database> {
  const shared = await createShared();
  if (!shared) throw new Error('TEST_DATABASE_URL is not set');
  const database = shared.connect();
  return { ...database, close: () => database.close().then(shared.drop) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = postgresDatabase(url);
  await server.script(statement);
  await server.close();
}
