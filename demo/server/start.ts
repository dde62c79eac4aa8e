import type { Hono } from 'hono';
import { createApp } from './app.js';
import type { AppOptions } from './app.js';
import { contactChanges } from './contacts/contact-changes.js';
import { forgetOldAnswers } from './contacts/idempotency.js';
import type { Database } from './database/database.js';
import { prepareDatabase } from './database/prepare.js';
import { listenOn } from './web/listen.js';
import { nodeServer, stopServer } from './web/serve.js';
import type { SourceServer } from './web/serve.js';
import { forgetOldSessions } from './web/session.js';
import { Streams } from './web/streams.js';

const HOUR = 60 * 60_000;

export interface StartOptions extends Pick<AppOptions, 'hosts' | 'trustsProxy' | 'limits' | 'onError'> {
  readonly database: Database;
  readonly pages?: Hono;
  /** Serves the demo's sources in development. */
  readonly sources?: SourceServer;
  readonly port: number | undefined;
  readonly host: string;
  /** Puts the demo's data into an empty database as of that moment. */
  readonly now?: Date;
}

/** A server that answers requests. */
export interface Started {
  readonly port: number;
  /** Answers what has been asked, ends the streams, and closes the database. */
  stop(): Promise<void>;
}

/** Prepares the database and starts listening. Closes the database where that fails. */
export async function start({ sources, port, host, now = new Date(), ...options }: StartOptions): Promise<Started> {
  const { database } = options;
  try {
    await prepareDatabase(database, now);
    const changes = await contactChanges(database);
    const streams = new Streams();
    const server = nodeServer(createApp({ ...options, changes, streams }), sources);
    const listening = await listenOn(server, port, host);
    const tidy = async (): Promise<void> => {
      await forgetOldAnswers(database);
      await forgetOldSessions(database);
    };
    const housekeeping = setInterval(() => void tidy().catch((error: unknown) => options.onError?.(error)), HOUR);
    const stop = async (): Promise<void> => {
      clearInterval(housekeeping);
      await stopServer(server, streams);
      await changes.close();
      await database.close();
    };
    return { port: listening, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}
