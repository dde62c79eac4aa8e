import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { KeptRecord, Persistence } from '../store/saved-edits-format.js';
import { randomId } from '../core/random-id.js';

const DATABASE = 'contact-details';
const STORE = 'edits';
/** How long a page that is being reloaded may take to give back its lock, in milliseconds. */
const RELOAD_TIME = 1_000;
const WEEK = 7 * 24 * 60 * 60 * 1_000;

interface Row {
  readonly principal: string;
  readonly contactId: string;
  /** The page that wrote it: while that one lives, it is nobody else's. */
  readonly page: string;
  readonly time: number;
  readonly edits: KeptRecord;
}

type Key = [principal: string, contactId: string, page: string];

interface Schema extends DBSchema {
  [STORE]: { key: Key; value: Row };
}

export interface IndexedDbOptions {
  /** Who is signed in: nobody else gets to see what is kept. An id, not a name. */
  readonly principal: string;
  /** How long edits are kept, in milliseconds; a week by default. */
  readonly lifetime?: number;
}

/**
 * Keeps edits in the browser's database, so that they survive a reload and a crash. Each page has rows of its own, and holds a
 * lock while it has any: a row whose lock is free belongs to a page that is gone, and whoever gets the lock takes it over. One
 * for each source of contacts.
 */
export function indexedDbPersistence({ principal, lifetime = WEEK }: IndexedDbOptions): Persistence {
  const page = randomId();
  const kept = new Set<string>();
  /** Pages whose end is waited for. */
  const awaited = new Set<string>();
  let release: (() => void) | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function save(contactId: string, edits: KeptRecord | undefined): Promise<void> {
    if (edits) kept.add(contactId);
    else kept.delete(contactId);
    const isFirst = kept.size > 0 && !release;
    if (isFirst) release = await hold(lockOf(page));
    if (edits) await write({ principal, contactId, page, time: Date.now(), edits });
    else await remove([principal, contactId, page]);
    if (isFirst) tellOtherPages();
    // A page that holds a lock cannot be kept for the "back" button.
    if (kept.size) return;
    release?.();
    release = undefined;
  }

  /** What other pages keep, or have left. */
  async function rowsOfOthers(): Promise<readonly Row[]> {
    const rows = await withDatabase((database) => database.getAll(STORE));
    const others = rows.filter((row) => row.principal === principal && row.page !== page);
    const isOver = ({ time }: Row) => !(Math.abs(Date.now() - time) <= lifetime);
    await Promise.all(others.filter(isOver).map((row) => remove(keyOf(row))));
    return others.filter((row) => !isOver(row));
  }

  async function takeOver(row: Row, take: Parameters<Persistence['adopt']>[1]): Promise<void> {
    // Somebody may have been faster.
    const current = (await rowsOfOthers()).find((other) => other.page === row.page && other.contactId === row.contactId);
    if (!current) return;
    const rest = await take(current.edits);
    await (rest ? write({ ...current, edits: rest }) : remove(keyOf(current)));
  }

  /** Waits for the ends of the pages that keep something. */
  async function awaitEnds(found: (contactId: string) => void): Promise<void> {
    const pages = new Set((await rowsOfOthers()).map((row) => row.page));
    await Promise.all(
      [...pages]
        .filter((other) => !awaited.has(other))
        .map(async (other) => {
          awaited.add(other);
          await navigator.locks.request(lockOf(other), () => awaited.delete(other));
          for (const row of await rowsOfOthers()) if (row.page === other) found(row.contactId);
        }),
    );
  }

  return {
    save(contactId, edits) {
      const saved = queue.then(() => save(contactId, edits));
      queue = saved.catch(() => undefined);
      return saved;
    },
    async adopt(contactId, take) {
      const rows = (await rowsOfOthers()).filter((row) => row.contactId === contactId);
      const takeIfFree = (row: Row) => {
        const signal = AbortSignal.timeout(RELOAD_TIME);
        return navigator.locks.request(lockOf(row.page), { signal }, () => takeOver(row, take));
      };
      await Promise.all(rows.map(takeIfFree));
    },
    onLeft(found) {
      const look = () => void awaitEnds(found).catch(() => undefined);
      onOtherPage(look);
      look();
    },
    async clear() {
      const rows = await withDatabase((database) => database.getAll(STORE));
      await Promise.all(rows.filter((row) => row.principal === principal).map((row) => remove(keyOf(row))));
    },
  };
}

/** Forgets everything that was kept in this browser, whoever it was of: for signing out. */
export async function clearLocalData(): Promise<void> {
  await withDatabase((database) => database.clear(STORE));
}

async function withDatabase<T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(DATABASE, 1, {
    upgrade: (created) => void created.createObjectStore(STORE, { keyPath: ['principal', 'contactId', 'page'] }),
  });
  try {
    return await act(database);
  } finally {
    database.close();
  }
}

async function write(row: Row): Promise<void> {
  await withDatabase((database) => database.put(STORE, row));
}

async function remove(key: Key): Promise<void> {
  await withDatabase((database) => database.delete(STORE, key));
}

function keyOf({ principal, contactId, page }: Row): Key {
  return [principal, contactId, page];
}

/** Says that this page has begun to keep something. */
function tellOtherPages(): void {
  const channel = new BroadcastChannel(DATABASE);
  channel.postMessage(null);
  channel.close();
}

/** Calls back when another page says so, unless this one is kept for the "back" button; then, when it is back. */
function onOtherPage(callback: () => void): void {
  const listen = (): (() => void) => {
    const channel = new BroadcastChannel(DATABASE);
    channel.onmessage = callback;
    return () => channel.close();
  };
  let stop = listen();
  addEventListener('pagehide', () => stop());
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    stop = listen();
    callback();
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
