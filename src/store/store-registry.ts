import type { ContactAdapter } from '../core/adapter.js';
import { isSettled } from './contact-state.js';
import { ContactStore } from './contact-store.js';
import type { StoreOptions } from './contact-store.js';

/** How many contacts that nobody looks at are remembered per source, so that coming back to one is instant. */
const REMEMBERED = 50;

const storesByAdapter = new WeakMap<ContactAdapter, Map<string, ContactStore>>();

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
  return store;
}

function forgetOldest(stores: Map<string, ContactStore>, asked: ContactStore): void {
  for (const [id, store] of stores) {
    if (stores.size <= REMEMBERED) return;
    if (store !== asked && !store.isObserved && !store.hasUnsavedEdits && isSettled(store.state)) stores.delete(id);
  }
}
