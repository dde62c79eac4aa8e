import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { ContactError } from '../core/error.js';
import { randomId } from '../core/random-id.js';
import { browserTabs, holdLock } from '../core/tabs.js';
import type { Tabs } from '../core/tabs.js';
import type { Persistence, SavedRecord } from '../store/saved-edits-format.js';

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
  readonly edits: SavedRecord;
}

type Key = [principal: string, contactId: string, page: string];

interface Schema extends DBSchema {
  [STORE]: { key: Key; value: Row };
}

export interface IndexedDbOptions {
  /** Who is signed in: nobody else gets to see what is saved. An id, not a name. */
  readonly principal: string;
  /** How long edits are saved, in milliseconds; a week by default. */
  readonly lifetime?: number;
}

/**
 * Saves edits in the browser's database, so that they survive a reload and a crash. Each page has rows of its own, and holds a
 * lock while it has any: a row whose lock is free belongs to a page that is gone, and whoever gets the lock takes it over. One
 * for each source of contacts. Where pages cannot have locks nothing is saved.
 */
export function indexedDbPersistence({ principal, lifetime = WEEK }: IndexedDbOptions): Persistence {
  const page = randomId();
  /** The contacts of which this page has rows. */
  const saved = new Set<string>();
  /** Pages whose end is waited for. */
  const awaited = new Set<string>();
  let release: (() => void) | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function save(contactId: string, edits: SavedRecord | undefined): Promise<void> {
    const tabs = tabsOrFail();
    if (edits) saved.add(contactId);
    else saved.delete(contactId);
    const isFirst = saved.size > 0 && !release;
    if (isFirst) release = await holdLock(tabs, lockOf(page));
    if (edits) await write({ principal, contactId, page, time: Date.now(), edits });
    else await remove([principal, contactId, page]);
    if (isFirst) tellOtherPages(tabs);
    // A page that holds a lock is not kept for the "back" button.
    if (saved.size) return;
    release?.();
    release = undefined;
  }

  /** The rows of other pages, whether they are gone or not. */
  async function rowsOfOthers(): Promise<readonly Row[]> {
    const rows = await withDatabase((database) => database.getAll(STORE));
    const others = rows.filter((row) => row.principal === principal && row.page !== page);
    const isOver = ({ time }: Row) => !(Math.abs(Date.now() - time) <= lifetime);
    await Promise.all(others.filter(isOver).map((row) => remove(keyOf(row))));
    return others.filter((row) => !isOver(row));
  }

  async function takeOver(row: Row, take: Parameters<Persistence['restore']>[1]): Promise<void> {
    // Somebody may have been faster.
    const current = (await rowsOfOthers()).find((other) => other.page === row.page && other.contactId === row.contactId);
    if (!current) return;
    const rest = await take(current.edits);
    await (rest ? write({ ...current, edits: rest }) : remove(keyOf(current)));
  }

  /** Waits for the ends of the pages that have rows. */
  async function awaitEnds(tabs: Tabs, found: (contactId: string) => void): Promise<void> {
    const pages = new Set((await rowsOfOthers()).map((row) => row.page));
    await Promise.all(
      [...pages]
        .filter((other) => !awaited.has(other))
        .map(async (other) => {
          awaited.add(other);
          await tabs.withLock(lockOf(other), {}, async () => awaited.delete(other));
          for (const row of await rowsOfOthers()) if (row.page === other) found(row.contactId);
        }),
    );
  }

  return {
    save(contactId, edits) {
      const done = queue.then(() => save(contactId, edits));
      queue = done.catch(() => undefined);
      return done;
    },
    async restore(contactId, take) {
      const tabs = tabsOrFail();
      const rows = (await rowsOfOthers()).filter((row) => row.contactId === contactId);
      const takeIfFree = (row: Row) =>
        tabs.withLock(lockOf(row.page), { signal: AbortSignal.timeout(RELOAD_TIME) }, () => takeOver(row, take));
      await Promise.all(rows.map(takeIfFree));
    },
    onPageGone(found) {
      const tabs = tabsOrFail();
      const look = () => void awaitEnds(tabs, found).catch(() => undefined);
      onOtherPage(tabs, look);
      look();
    },
    async clear() {
      const rows = await withDatabase((database) => database.getAll(STORE));
      await Promise.all(rows.filter((row) => row.principal === principal).map((row) => remove(keyOf(row))));
    },
  };
}

/** Forgets everything that was saved in this browser, whoever it was of: for signing out. */
export async function clearLocalData(): Promise<void> {
  // Without a database, nothing was saved.
  if ('indexedDB' in globalThis) await withDatabase((database) => database.clear(STORE));
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

function tabsOrFail(): Tabs {
  const tabs = browserTabs();
  if (tabs) return tabs;
  throw new ContactError('unavailable', { message: 'No Web Locks here' });
}

/** Says that this page has begun to save something. */
function tellOtherPages(tabs: Tabs): void {
  const channel = tabs.openChannel(DATABASE, () => undefined);
  channel.postMessage(null);
  channel.close();
}

/** Calls back when another page says so, unless this one is away; then, when it is back. */
function onOtherPage(tabs: Tabs, callback: () => void): void {
  let channel = tabs.openChannel(DATABASE, callback);
  tabs.onAway(
    () => channel.close(),
    () => {
      channel = tabs.openChannel(DATABASE, callback);
      callback();
    },
  );
}

function lockOf(page: string): string {
  return `${DATABASE} ${page}`;
}
