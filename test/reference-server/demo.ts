import type { Hono } from 'hono';
import { createApp } from '../../demo/server/app.js';
import { contactChanges } from '../../demo/server/contacts/contact-changes.js';
import type { ContactChanges } from '../../demo/server/contacts/contact-changes.js';
import { ContactNews } from '../../demo/server/contacts/contact-news.js';
import { postgresAdapter } from '../../demo/server/contacts/postgres-adapter.js';
import { findMember } from '../../demo/server/contacts/member.js';
import type { Database } from '../../demo/server/database/database.js';
import { prepareDatabase } from '../../demo/server/database/prepare.js';
import { openAny } from '../support/databases.js';
import type { WriteOptions } from '../../src/core/adapter.js';

/** When the test's data was seeded. */
export const SEEDED_AT = new Date('2026-11-20T12:00:00Z');

/** The origin that requests come from and go to. */
export const ORIGIN = 'http://demo.test';

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON of the media type that the request's method asks for. */
  readonly body?: unknown;
}

/** A browser of one person, as far as the server can tell. */
export type Client = (method: string, path: string, sent?: Sent) => Promise<Response>;

/** The whole server on the demo's data, without a port. */
export class Demo {
  readonly app: Hono;
  readonly database: Database;
  readonly errors: unknown[];
  readonly changes: ContactChanges;
  readonly #news: ContactNews;

  private constructor(app: Hono, database: Database, changes: ContactChanges, errors: unknown[]) {
    this.app = app;
    this.database = database;
    this.errors = errors;
    this.changes = changes;
    this.#news = new ContactNews(database, changes);
  }

  static async open(database?: Database): Promise<Demo> {
    const own = database ?? (await openAny());
    await prepareDatabase(own, SEEDED_AT);
    const changes = await contactChanges(own);
    const errors: unknown[] = [];
    const options = {
      database: own,
      changes,
      hosts: ['demo.test'],
      onError: (error: unknown) => errors.push(error),
    };
    return new Demo(createApp(options), own, changes, errors);
  }

  /** The client of the person of that id; without one, of somebody who is not signed in. */
  async as(userId?: string): Promise<Client> {
    const cookie = userId === undefined ? undefined : await this.#signIn(userId);
    return async (method, path, { headers, body } = {}) =>
      this.app.request(`${ORIGIN}${path}`, {
        method,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(body === undefined
            ? {}
            : { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
  }

  /** The adapter of the person of that id. */
  async adapter(userId: string) {
    return postgresAdapter({ database: this.database, news: this.#news }, await findMember(this.database, userId));
  }

  /** How many rows a table has that fulfil a condition. */
  async count(table: string, condition = 'true'): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE ${condition}`,
    );
    return row?.count ?? 0;
  }

  async close(): Promise<void> {
    await this.changes.close();
    await this.database.close();
  }

  async #signIn(userId: string): Promise<string> {
    const response = await (await this.as())('POST', '/app/session', { body: { userId } });
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  }
}

let keys = 0;

/** The headers of one write: a key of its own and, where a version is given, the condition on it. */
export function write(version?: string): Readonly<Record<string, string>> {
  return {
    'idempotency-key': `key-${++keys}`,
    ...(version === undefined ? {} : { 'if-match': version === '*' ? '*' : `"${version}"` }),
  };
}

/** The options of one write through an adapter. */
export function writing(options: Partial<WriteOptions> = {}): WriteOptions {
  return { key: `key-${++keys}`, signal: new AbortController().signal, ...options };
}
