import postgres from 'postgres';
import type { Sql } from 'postgres';
import { translateError } from './database.js';
import type { Database, Queryable } from './database.js';

/** SQLSTATE of a transaction that waited for one that waited for it: the server ends one of them, which may be run again. */
const DEADLOCK = '40P01';

/** How often a transaction is run at most. */
const ATTEMPTS = 5;

/** Any server that speaks the Postgres protocol; several processes may share it. `url` is `postgres://user:password@host/name`. */
export function postgresDatabase(url: string): Database {
  const sql = postgres(url, { onnotice: () => undefined });
  return {
    ...queryable(sql),
    transaction: async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          const settled = await sql.begin(async (transaction) => [await work(queryable(transaction))] as const);
          return settled[0];
        } catch (error) {
          if (attempt === ATTEMPTS || !isDeadlock(error)) throw error;
        }
      }
    },
    listen: async (channel, listener) => {
      let isFirst = true;
      const onListening = () => {
        if (!isFirst) listener.onGap();
        isFirst = false;
      };
      const { unlisten } = await sql.listen(channel, (payload) => listener.onNotification(payload), onListening);
      return unlisten;
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

function queryable(sql: Pick<Sql, 'unsafe'>): Queryable {
  return {
    query: async <Row extends object>(statement: string, parameters = [] as readonly (string | number | boolean | null)[]) => {
      try {
        return [...(await sql.unsafe<Row[]>(statement, [...parameters], { prepare: true }))];
      } catch (error) {
        throw translateError(error);
      }
    },
    script: async (statements) => {
      await sql.unsafe(statements);
    },
  };
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DEADLOCK;
}
