import { PGlite } from '@electric-sql/pglite';
import type { Transaction } from '@electric-sql/pglite';
import { translateError } from './database.js';
import type { Database, Queryable } from './database.js';

/** Postgres inside this process, its data in a directory or else in memory. Nothing to install; one process per directory. */
export async function pgliteDatabase(directory?: string): Promise<Database> {
  const postgres = await PGlite.create(directory);
  return {
    ...queryable(postgres),
    transaction: (work) => postgres.transaction((transaction) => work(queryable(transaction))),
    listen: (channel, listener) => postgres.listen(channel, (payload) => listener.onNotification(payload)),
    close: () => postgres.close(),
  };
}

function queryable(connection: PGlite | Transaction): Queryable {
  return {
    query: async <Row extends object>(statement: string, parameters = [] as readonly unknown[]) => {
      try {
        return (await connection.query<Row>(statement, [...parameters])).rows;
      } catch (error) {
        throw translateError(error);
      }
    },
    script: async (statements) => {
      await connection.exec(statements);
    },
  };
}
