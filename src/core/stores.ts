import type { ContactAdapter } from './adapter.js';
import { isSettled } from './state.js';
import { ContactStore } from './store.js';

/** How many contacts that nobody looks at are remembered per source, so that coming back to one is instant. */
const REMEMBERED = 50;

const storesByAdapter = new WeakMap<ContactAdapter, Map<string, ContactStore>>();

/**
 * The store of one contact of one source: the same for every element that shows it, so that an edit under way survives
 * the element. Stores without anything unsaved are forgotten, the least recently used first.
 */
export function storeFor(adapter: ContactAdapter, id: string): ContactStore {
  const stores = storesByAdapter.get(adapter) ?? new Map<string, ContactStore>();
  storesByAdapter.set(adapter, stores);
  const store = stores.get(id) ?? new ContactStore(adapter, id);
  stores.delete(id);
  stores.set(id, store);
  forgetOldest(stores);
  return store;
}

function forgetOldest(stores: Map<string, ContactStore>): void {
  for (const [id, store] of stores) {
    if (stores.size <= REMEMBERED) return;
    if (!store.isObserved && !store.hasUnsavedEdits && isSettled(store.state)) stores.delete(id);
  }
}
