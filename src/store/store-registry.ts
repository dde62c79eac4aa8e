import type { ContactAdapter } from '../core/adapter.js';
import { startTimer } from '../core/clock.js';
import { retryStateAfter } from '../core/retry.js';
import { isSettled } from './contact-state.js';
import { ContactStore } from './contact-store.js';
import type { Persistence } from './saved-edits-format.js';
import type { StoreOptions } from './store-options.js';

/** How many contacts that nobody looks at are remembered per source, so that coming back to one is instant. */
const REMEMBERED = 50;

/** How long a page that is only being reloaded has to restore its own edits before others do, in milliseconds. */
const RELOAD_TIME = 3_000;

const storesByAdapter = new WeakMap<ContactAdapter, Map<string, ContactStore>>();

/** Each is followed once, for the source that it is first used with. */
const followed = new WeakSet<Persistence>();

/**
 * The store of one contact of one source: the same for every element that shows it, so that an edit under way survives
 * the element. Stores without anything unsaved are forgotten, the least recently used first. The options are those of the
 * first who asks.
 */
export function storeFor(adapter: ContactAdapter, id: string, options: StoreOptions = {}): ContactStore {
  const stores = storesByAdapter.get(adapter) ?? new Map<string, ContactStore>();
  storesByAdapter.set(adapter, stores);
  const store = stores.get(id) ?? new ContactStore(adapter, id, options);
  stores.delete(id);
  stores.set(id, store);
  forgetOldest(stores, store);
  sendForPagesGone(adapter, options);
  return store;
}

/** Has the stores of an adapter ask another one from now on, which reaches the same source. */
export function replaceAdapter(before: ContactAdapter, next: ContactAdapter): void {
  const stores = storesByAdapter.get(before);
  if (!stores) return;
  storesByAdapter.set(next, stores);
  stores.forEach((store) => (store.adapter = next));
}

function forgetOldest(stores: Map<string, ContactStore>, asked: ContactStore): void {
  for (const [id, store] of stores) {
    if (stores.size <= REMEMBERED) return;
    if (store !== asked && !store.isObserved && !store.hasUnsavedEdits && isSettled(store.state)) stores.delete(id);
  }
}

/** Has the edits sent that pages which are gone have saved, of contacts that nobody opens here too. */
function sendForPagesGone(adapter: ContactAdapter, options: StoreOptions): void {
  const { persistence, clock = startTimer } = options;
  if (!persistence?.onPageGone || followed.has(persistence)) return;
  followed.add(persistence);
  const restore = (contactId: string): void => void restoreUnseen(storeFor(adapter, contactId, options));
  try {
    persistence.onPageGone((contactId) => void clock(RELOAD_TIME, () => restore(contactId)));
  } catch {
    // Foreign code: the edits then wait for somebody who opens their contact.
  }
}

/** Restores the changes of a contact that nobody may be looking at, and reads it as often as it takes. */
async function restoreUnseen(store: ContactStore): Promise<void> {
  store.restoreEdits({ withDrafts: false });
  if (store.state.base) return;
  const stop = store.watch();
  if (!store.state.isLoading) void store.load();
  await store.when(({ base, isLoading, loadError }) => {
    return !isLoading && (base !== undefined || (loadError !== undefined && !retryStateAfter(undefined, loadError)));
  });
  stop();
}

/**
 * Stops time for one contact of an adapter: nothing expires and nothing is tried again. For galleries and screenshots; to be
 * called before anything shows the contact.
 */
export function stopTime(adapter: ContactAdapter, contactId: string): void {
  storeFor(adapter, contactId, { clock: () => () => undefined });
}
