import type { LitElement, ReactiveController } from 'lit';
import type { ContactAdapter, ContactSnapshot } from '../core/adapter.js';
import { startTimer } from '../core/clock.js';
import type { Contact } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { parseGiven } from '../core/parse.js';
import type { Permissions } from '../core/permissions.js';
import { isSameSource } from '../core/same-source.js';
import { teach } from '../core/teach.js';
import { isSettled } from '../store/contact-state.js';
import type { ContactStore, StoreListener } from '../store/contact-store.js';
import type { StoreOptions } from '../store/store-options.js';
import type { Persistence } from '../store/saved-edits-format.js';
import { replaceAdapter, storeFor } from '../store/store-registry.js';
import { AdapterConsumer } from './adapter-context.js';
import { GivenContact } from './given-contact.js';

/** What the page knows that the stores want to know. */
const OPTIONS: StoreOptions = {
  whenOnline: (callback) => {
    addEventListener('online', callback);
    return () => removeEventListener('online', callback);
  },
};

/** How long an adapter must stay before the contact is read from it that another one like it has read, in milliseconds. */
const REST = 3_000;
/** What a page makes anew this soon after a contact was read, in milliseconds, it makes because of that. */
const RESPONSE = 1_000;

let adapterFor: ((src: string) => ContactAdapter) | undefined;

/** Teaches all panels to make an adapter of their `src`: the element itself knows no network. */
export function setAdapterFactory(make: (src: string) => ContactAdapter): void {
  adapterFor = make;
}

/** The properties by which a host says what to show, and where it comes from. */
export interface SourceHost extends LitElement {
  readonly contactId: string | undefined;
  readonly src: string | undefined;
  readonly adapter: ContactAdapter | undefined;
  readonly contact: Contact | undefined;
  readonly fields: readonly FieldDefinition[] | undefined;
  readonly can: Permissions | undefined;
  readonly persistence: Persistence | undefined;
}

/** Called after every action of a store that the panel follows. */
export type SourceListener = (store: ContactStore, ...args: Parameters<StoreListener>) => void;

/**
 * Finds the store of the contact that is to be shown, and follows it while the element is in the page. A store that is
 * left with something under way is listened to until that is done, so that the page hears of it.
 */
export class SourceController implements ReactiveController {
  /** The store of the contact shown; `undefined` while there is nothing to show. */
  store: ContactStore | undefined;
  /** What a server has read of the contact to show: the first read is answered by it. */
  sent: ContactSnapshot | undefined;
  /** What went wrong when the store was looked for. */
  problem: ContactError | undefined;
  readonly #host: SourceHost;
  readonly #onAction: SourceListener;
  readonly #following = new Map<ContactStore, () => void>();
  readonly #given = new GivenContact();
  #consumer: AdapterConsumer | undefined;
  /** What the host had said when the store was looked for. */
  #asked: readonly unknown[] = [];
  /** The adapter of the store, and when something was read from it. */
  #adapter: ContactAdapter | undefined;
  #loadedAt = 0;
  #stopRereading: (() => void) | undefined;
  /** What the host has handed over. */
  #handedOver: ContactSnapshot | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(host: SourceHost, onAction: SourceListener) {
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
    const before = this.#asked;
    this.#asked = this.#wishes();
    if (!this.problem && this.#asked.every((wish, index) => wish === before[index])) return;
    this.problem = undefined;
    try {
      this.#show(this.#findStore());
    } catch (error) {
      this.problem = ContactError.from(error);
    }
  }

  /** What is shown tells the page, which may have set a property at once, in the middle of the update. */
  hostUpdated(): void {
    if (this.#wishes().some((wish, index) => wish !== this.#asked[index])) this.#host.requestUpdate();
  }

  #wishes(): readonly unknown[] {
    const { adapter, can, contact, contactId, fields, persistence, src } = this.#host;
    return [adapter, can, contact, contactId, fields, persistence, src, this.#consumer?.adapter];
  }

  #show(store: ContactStore | undefined): void {
    const { can, contact, fields } = this.#host;
    if (store !== this.store) {
      this.#leave();
      this.store = store;
      if (store) this.#follow(store);
    }
    if (store?.adapter === this.#given) this.#showGiven(store, { can, contact, fields });
    else if (store && (fields ?? can)) teach('fields-beside-adapter');
  }

  /** Shows what the host has handed over, unless it is what it handed over before: another object that says the same. */
  #showGiven(store: ContactStore, given: object): void {
    const snapshot = parseGiven(given, store.state.id);
    if (!saysTheSame(snapshot, this.#handedOver)) {
      this.#handedOver = snapshot;
      this.#given.show(snapshot);
      store.provide(snapshot);
    } else if (this.#given.isEdited) teach('contact-given-again');
  }

  #findStore(): ContactStore | undefined {
    const { adapter, contact, contactId, persistence, src } = this.#host;
    if (!adapter && src === undefined && contact) return storeFor(this.#given, String(contact.id));
    const source = adapter ?? (src === undefined ? this.#provided() : this.#adapterFor(src));
    if (!source || !contactId) return undefined;
    this.#take(source);
    return storeFor(source, contactId, persistence ? { ...OPTIONS, persistence } : OPTIONS);
  }

  /**
   * Takes an adapter in place of the one before. One that is made like that is the same source: what is shown and typed stays. It is
   * read anew once the adapter stays, in case it is another source all the same.
   */
  #take(source: ContactAdapter): void {
    const before = this.#adapter;
    this.#adapter = source;
    if (!before || before === source || !isSameSource(before, source)) return;
    replaceAdapter(before, source);
    teach('adapter-made-anew');
    this.#stopRereading?.();
    if (Date.now() - this.#loadedAt > RESPONSE) this.#stopRereading = startTimer(REST, () => void this.store?.load());
  }

  #adapterFor(src: string): ContactAdapter {
    if (!adapterFor) throw new TypeError('src needs define()');
    return adapterFor(src);
  }

  #provided(): ContactAdapter | undefined {
    this.#consumer ??= new AdapterConsumer(this.#host);
    return this.#consumer.adapter;
  }

  #follow(store: ContactStore): void {
    if (!this.#following.has(store)) {
      const stop = store.subscribe((state, action, previous) => {
        if (action.type === 'loaded') this.#loadedAt = Date.now();
        this.#onAction(store, state, action, previous);
        if (store !== this.store && isSettled(state)) this.#forget(store);
      });
      this.#following.set(store, stop);
    }
    if (store.adapter === this.#given) return;
    this.#stopWatching ??= store.watch();
    const { sent } = this;
    this.sent = undefined;
    if (sent?.contact.id === store.state.id) store.provide(sent);
    else if (!store.state.isLoading) void store.load();
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

/** Whether two snapshots say the same. Their texts are made only where they are of one contact: they are long. */
function saysTheSame(one: ContactSnapshot, other: ContactSnapshot | undefined): boolean {
  return one.contact.id === other?.contact.id && JSON.stringify(one) === JSON.stringify(other);
}
