import { PGlite } from '@electric-sql/pglite';
import type { Transaction } from '@electric-sql/pglite';
import { translateError } from './database.js';
import type { Database, Queryable } from './database.js';

/** Where PGlite keeps its data: a directory, or memory, empty or as another database was dumped. */
export interface PgliteOptions {
  readonly directory?: string;
  readonly dump?: Blob;
}

/** Postgres inside this process: nothing to install, one process per directory. */
export async function pgliteDatabase({ directory, dump }: PgliteOptions = {}): Promise<PgliteDatabase> {
  const postgres = await PGlite.create({
    ...(directory === undefined ? {} : { dataDir: directory }),
    ...(dump === undefined ? {} : { loadDataDir: dump }),
  });
  return {
    ...queryable(postgres),
    transaction: (work) => postgres.transaction((transaction) => work(queryable(transaction))),
    listen: (channel, listener) => postgres.listen(channel, (payload) => listener.onNotification(payload)),
    dump: () => postgres.dumpDataDir('none'),
    close: () => postgres.close(),
  };
}

/** A PGlite database, which can be copied as a whole. */
export interface PgliteDatabase extends Database {
  /** Everything in it, for `PgliteOptions.dump`. */
  dump(): Promise<Blob>;
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
