import type { ContactAdapter } from '../../../src/core/adapter.js';
import { ContactStore } from '../../../src/store/contact-store.js';
import type { ContactState } from '../../../src/store/contact-state.js';
import { nextTask } from '../../../src/store/next-task.js';
import type { Task } from '../../../src/store/next-task.js';
import { reduce } from '../../../src/store/reduce.js';
import type { Action } from '../../../src/store/reduce.js';
import type { StoreOptions } from '../../../src/store/store-options.js';
import type { storeFor } from '../../../src/store/store-registry.js';

/** Makes a store, as `ContactStore` does. */
export type MakeStore = (adapter: ContactAdapter, id: string, options: StoreOptions) => ContactStore;

/** A fault that a store like this one could have. */
export interface Race {
  /** What goes wrong, as a sentence about the stores that have it. */
  readonly name: string;
  readonly makeStore: MakeStore;
}

export const makeStore: MakeStore = (adapter, id, options) => new ContactStore(adapter, id, options);

/** Stores by adapter and id, like those of `storeFor`, but made in another way and never forgotten. */
export function storesMadeBy(make: MakeStore): typeof storeFor {
  const storesByAdapter = new WeakMap<ContactAdapter, Map<string, ContactStore>>();
  return (adapter, id, options = {}) => {
    const stores = storesByAdapter.get(adapter) ?? new Map<string, ContactStore>();
    storesByAdapter.set(adapter, stores);
    const store = stores.get(id) ?? make(adapter, id, options);
    stores.set(id, store);
    return store;
  };
}

/** A store that runs on other options than it is given. */
export function withOptions(change: (options: StoreOptions) => StoreOptions): MakeStore {
  return (adapter, id, options) => makeStore(adapter, id, change(options));
}

/** A store by another rule for what an action leads to. */
export function withReducer(rule: (state: ContactState, action: Action) => ContactState): MakeStore {
  return withOptions((options) => ({ ...options, reduce: rule }));
}

/** A store by another rule for some actions: `rule` is given the state before, the action, and the state that it should lead to. */
export function onAction<Type extends Action['type']>(
  types: Type | readonly Type[],
  rule: (before: ContactState, action: Extract<Action, { readonly type: Type }>, after: ContactState) => ContactState,
): MakeStore {
  const isOne = (action: Action): action is Extract<Action, { readonly type: Type }> =>
    ([types].flat() as readonly string[]).includes(action.type);
  return withReducer((state, action) => {
    const after = reduce(state, action);
    return isOne(action) ? rule(state, action, after) : after;
  });
}

/** A store by another rule for what is to be done next. */
export function withNextTask(rule: (state: ContactState, task: Task | undefined) => Task | undefined): MakeStore {
  return withOptions((options) => ({ ...options, nextTask: (state) => rule(state, nextTask(state)) }));
}
