import type { ContactAdapter } from '../../src/core/adapter.js';
import type { Contact } from '../../src/core/contact.js';

/** An operation of an adapter that a test answers by hand. */
export type HandOperation = Exclude<keyof ContactAdapter, 'watch'>;

type Method<O extends HandOperation> = NonNullable<ContactAdapter[O]>;
type Answer<O extends HandOperation> = Awaited<ReturnType<Method<O>>>;

/** One call of the adapter, open until the test settles it. */
export interface HandCall<O extends HandOperation> {
  readonly operation: O;
  readonly arguments: Parameters<Method<O>>;
  /** The caller's. The call stays open when it is aborted, as with a source that does not care. */
  readonly signal: AbortSignal;
  resolve(answer: Answer<O>): void;
  reject(error: unknown): void;
}

type Calls = { readonly [O in HandOperation]: HandCall<O>[] };

/** An adapter and the hand that settles its calls. */
export interface HandAdapter {
  readonly adapter: ContactAdapter;
  /** Every call so far, settled or not, by operation and in the order in which they were made. */
  readonly calls: { readonly [O in HandOperation]: readonly HandCall<O>[] };
  /** The first call of an operation, then the second, and so on; waits for one that has not been made yet. */
  next<O extends HandOperation>(operation: O): Promise<HandCall<O>>;
  /** Tells everybody who watches this contact. */
  announce(contact: Contact): void;
  /** The ids that are being watched now. */
  watched(): readonly string[];
}

const ALL_ABILITIES = [
  'load',
  'save',
  'saveEntry',
  'removeEntry',
  'addTag',
  'removeTag',
  'setBlocked',
  'removeChannel',
  'suggestTags',
  'suggestOptions',
  'delete',
  'suggestDuplicates',
  'merge',
  'watch',
] as const;

type Listener = (contact: Contact) => void;

/**
 * An adapter that answers nothing by itself: each call waits until the test resolves or rejects it, in whatever order. For
 * Node and browsers.
 * @param abilities the methods it has; all of them by default
 */
export function handAdapter(abilities: readonly (keyof ContactAdapter)[] = ALL_ABILITIES): HandAdapter {
  const calls: Calls = {
    load: [],
    save: [],
    saveEntry: [],
    removeEntry: [],
    addTag: [],
    removeTag: [],
    setBlocked: [],
    removeChannel: [],
    suggestTags: [],
    suggestOptions: [],
    delete: [],
    suggestDuplicates: [],
    merge: [],
  };
  const taken = new Map<HandOperation, number>();
  const waiting = new Set<() => void>();
  const watchers = new Set<{ readonly id: string; readonly listener: Listener }>();

  function call<O extends HandOperation>(operation: O, ...args: Parameters<Method<O>>): Promise<Answer<O>> {
    const { signal } = args.at(-1) as { readonly signal: AbortSignal };
    return new Promise((resolve, reject) => {
      calls[operation].push({ operation, arguments: args, signal, resolve, reject });
      for (const look of waiting) look();
    });
  }

  function next<O extends HandOperation>(operation: O): Promise<HandCall<O>> {
    const index = taken.get(operation) ?? 0;
    taken.set(operation, index + 1);
    return new Promise((resolve) => {
      const look = () => {
        const made = calls[operation][index];
        if (!made) return;
        waiting.delete(look);
        resolve(made);
      };
      waiting.add(look);
      look();
    });
  }

  const methods: Required<ContactAdapter> = {
    load: (...args) => call('load', ...args),
    save: (...args) => call('save', ...args),
    saveEntry: (...args) => call('saveEntry', ...args),
    removeEntry: (...args) => call('removeEntry', ...args),
    addTag: (...args) => call('addTag', ...args),
    removeTag: (...args) => call('removeTag', ...args),
    setBlocked: (...args) => call('setBlocked', ...args),
    removeChannel: (...args) => call('removeChannel', ...args),
    suggestTags: (...args) => call('suggestTags', ...args),
    suggestOptions: (...args) => call('suggestOptions', ...args),
    delete: (...args) => call('delete', ...args),
    suggestDuplicates: (...args) => call('suggestDuplicates', ...args),
    merge: (...args) => call('merge', ...args),
    watch: (id, listener) => {
      const watcher = { id, listener };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };

  return {
    adapter: { load: methods.load, ...Object.fromEntries(abilities.map((ability) => [ability, methods[ability]])) },
    calls,
    next,
    announce(contact) {
      for (const { id, listener } of watchers) if (id === contact.id) listener(contact);
    },
    watched: () => [...watchers].map(({ id }) => id),
  };
}
