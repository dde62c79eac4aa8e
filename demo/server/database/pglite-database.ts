import type { PGlite, Transaction } from '@electric-sql/pglite';
import { translateError } from './database.js';
import type { Database, Queryable } from './database.js';

/** Postgres inside this process: nothing to install, one process per directory. */
export function pgliteDatabase(postgres: PGlite): Database {
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
