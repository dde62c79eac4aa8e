import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { KeptRecord, Persistence } from '../core/persistence.js';

const DATABASE = 'contact-details';
const STORE = 'edits';
const WEEK = 7 * 24 * 60 * 60 * 1_000;

interface Row {
  readonly principal: string;
  readonly contactId: string;
  /** The page that wrote it: while that one lives, it is nobody else's. */
  readonly page: string;
  readonly time: number;
  readonly edits: KeptRecord;
}

interface Schema extends DBSchema {
  [STORE]: { key: [string, string, string]; value: Row; indexes: { contact: [string, string] } };
}

export interface IndexedDbOptions {
  /** Who is signed in: nobody else gets to see what is kept. An id, not a name. */
  readonly principal: string;
  /** How long edits are kept, in milliseconds; a week by default. */
  readonly lifetime?: number;
}

/**
 * Keeps edits in the browser's database, so that they survive a reload and a crash. Each page has rows of its own, and holds a
 * lock while it has any: a row whose lock is free belongs to a page that is gone, and whoever gets the lock takes it over.
 */
export function indexedDbPersistence({ principal, lifetime = WEEK }: IndexedDbOptions): Persistence {
  const page = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  const kept = new Set<string>();
  /** Pages that may still leave something: contact and page. */
  const awaited = new Set<string>();
  let release: (() => void) | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function save(contactId: string, edits: KeptRecord | undefined): Promise<void> {
    if (edits) kept.add(contactId);
    else kept.delete(contactId);
    if (kept.size) release ??= await hold(lockOf(page));
    const database = await open();
    try {
      if (edits) await database.put(STORE, { principal, contactId, page, time: Date.now(), edits });
      else await database.delete(STORE, [principal, contactId, page]);
    } finally {
      database.close();
    }
    // A page that holds a lock cannot be kept for the "back" button.
    if (kept.size) return;
    release?.();
    release = undefined;
  }

  async function rowsOf(contactId: string): Promise<readonly Row[]> {
    const database = await open();
    try {
      const rows = await database.getAllFromIndex(STORE, 'contact', [principal, contactId]);
      const isOver = ({ time }: Row) => !(Math.abs(Date.now() - time) <= lifetime);
      for (const row of rows.filter(isOver)) await database.delete(STORE, [principal, contactId, row.page]);
      return rows.filter((row) => !isOver(row) && row.page !== page);
    } finally {
      database.close();
    }
  }

  async function takeOver(row: Row, take: (edits: unknown) => Promise<void>): Promise<void> {
    // Somebody may have been faster.
    const current = (await rowsOf(row.contactId)).find((other) => other.page === row.page);
    if (!current) return;
    await take(current.edits);
    const database = await open();
    await database.delete(STORE, [principal, row.contactId, row.page]);
    database.close();
  }

  async function waitFor(row: Row, take: (edits: unknown) => Promise<void>): Promise<void> {
    const place = JSON.stringify([row.contactId, row.page]);
    if (awaited.has(place)) return;
    awaited.add(place);
    try {
      await navigator.locks.request(lockOf(row.page), () => takeOver(row, take));
    } finally {
      awaited.delete(place);
    }
  }

  return {
    save(contactId, edits) {
      const saved = queue.then(() => save(contactId, edits));
      queue = saved.catch(() => undefined);
      return saved;
    },
    async adopt(contactId, take) {
      const rows = await rowsOf(contactId);
      await Promise.all(rows.map((row) => waitFor(row, take)));
    },
    async clear() {
      const database = await open();
      const rows = await database.getAll(STORE);
      for (const row of rows.filter((other) => other.principal === principal))
        await database.delete(STORE, [principal, row.contactId, row.page]);
      database.close();
    },
  };
}

/** Forgets everything that was kept in this browser, whoever it was of: for signing out. */
export async function clearLocalData(): Promise<void> {
  const database = await open();
  await database.clear(STORE);
  database.close();
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, 1, {
    upgrade: (database) => {
      const store = database.createObjectStore(STORE, { keyPath: ['principal', 'contactId', 'page'] });
      store.createIndex('contact', ['principal', 'contactId']);
    },
  });
}

function lockOf(page: string): string {
  return `${DATABASE} ${page}`;
}

/** Gets the lock; the answer gives it back. */
function hold(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(name, () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}
