import type { ReactiveController } from 'lit';
import type { ContactAdapter } from '../core/adapter.js';
import type { Contact } from '../core/contact.js';
import type { FieldDefinition } from '../core/field-definition.js';
import type { Persistence } from '../store/saved-edits-format.js';
import type { Permissions } from '../core/permissions.js';
import { isSettled } from '../store/contact-state.js';
import type { ContactStore, StoreListener } from '../store/contact-store.js';
import type { StoreOptions } from '../store/store-options.js';
import { storeFor } from '../store/store-registry.js';
import { dataMode } from './data-mode.js';
import type { UpdatingElement } from './updating-element.js';

/** What the page knows that the stores want to know. */
const OPTIONS: StoreOptions = {
  whenOnline: (callback) => {
    addEventListener('online', callback);
    return () => removeEventListener('online', callback);
  },
};

/** The properties by which a host says what to show, and where it comes from. */
export interface SourceHost extends UpdatingElement {
  readonly contactId: string | undefined;
  readonly src: string | undefined;
  readonly adapter: ContactAdapter | undefined;
  readonly contact: Contact | undefined;
  readonly fields: readonly FieldDefinition[] | undefined;
  readonly can: Permissions | undefined;
  readonly persistence: Persistence | undefined;
  adapterFor(src: string): ContactAdapter;
}

/**
 * Finds the store of the contact that is to be shown, and follows it while the element is in the page. A store that is
 * left with something under way is listened to until that is done, so that the page hears of it.
 */
export class SourceController implements ReactiveController {
  /** The store of the contact shown; `undefined` while there is nothing to show. */
  store: ContactStore | undefined;
  readonly #host: SourceHost;
  readonly #onAction: (store: ContactStore, ...args: Parameters<StoreListener>) => void;
  readonly #following = new Map<ContactStore, () => void>();
  readonly #data = dataMode();
  #provided: ContactAdapter | undefined;
  #isAsking = false;
  #stopWatching: (() => void) | undefined;

  constructor(host: SourceHost, onAction: (store: ContactStore, ...args: Parameters<StoreListener>) => void) {
    this.#host = host;
    this.#onAction = onAction;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.store) this.#follow(this.store);
  }

  hostDisconnected(): void {
    // An element that is only moved is back before the microtask runs, and keeps its connection.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  hostUpdate(): void {
    const store = this.#findStore();
    if (store === this.store) return;
    this.#leave();
    this.store = store;
    if (store) this.#follow(store);
  }

  /** Shows the data the host has handed over anew. */
  showData(): void {
    const { contact, fields, can } = this.#host;
    const store = this.#findStore();
    if (!contact || store?.adapter !== this.#data.adapter) return;
    const snapshot = { contact, ...(fields && { fields }), ...(can && { can }) };
    this.#data.show(snapshot);
    store.provide(snapshot);
  }

  #findStore(): ContactStore | undefined {
    const { adapter, contact, contactId, persistence, src } = this.#host;
    if (!adapter && src === undefined && contact) return storeFor(this.#data.adapter, contact.id);
    const source = adapter ?? (src === undefined ? this.#askContext() : this.#host.adapterFor(src));
    return source && contactId ? storeFor(source, contactId, persistence ? { ...OPTIONS, persistence } : OPTIONS) : undefined;
  }

  /** The adapter an ancestor provides; the code that asks for it is loaded when it is needed. */
  #askContext(): ContactAdapter | undefined {
    if (!this.#isAsking) {
      this.#isAsking = true;
      void import('./consume-adapter.js').then(({ consumeAdapter }) =>
        consumeAdapter(this.#host, (adapter) => {
          this.#provided = adapter;
          this.#host.requestUpdate();
        }),
      );
    }
    return this.#provided;
  }

  #follow(store: ContactStore): void {
    if (!this.#following.has(store)) {
      const stop = store.subscribe((state, action, previous) => {
        this.#onAction(store, state, action, previous);
        if (store !== this.store && isSettled(state)) this.#forget(store);
      });
      this.#following.set(store, stop);
    }
    if (store.adapter === this.#data.adapter) return;
    this.#stopWatching ??= store.watch();
    if (!store.state.isLoading) void store.load();
  }

  #leave(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    if (this.store && isSettled(this.store.state)) this.#forget(this.store);
  }

  #forget(store: ContactStore): void {
    this.#following.get(store)?.();
    this.#following.delete(store);
  }
}
