import type { ContactAdapter, ContactSnapshot } from '../core/adapter.js';
import type { Contact } from '../core/contact.js';
import type { EditAction } from './reduce-edit.js';
import { ContactError } from '../core/error.js';
import { parseContact, parseSnapshot } from '../core/parse.js';
import { initialState, isSettled, mustRead, reduceLoad } from './contact-state.js';
import type { Persistence } from './saved-edits-format.js';
import { EditQueue } from './edit-queue.js';
import { RetryTimer, retryStateAfter } from '../core/retry.js';
import type { RetryState } from '../core/retry.js';
import type { ContactState, LoadAction } from './contact-state.js';
import { startTimer, withTimeLimit } from '../core/clock.js';
import type { Clock } from '../core/clock.js';

/** Everything that can happen to a contact. */
export type Action = LoadAction | EditAction;

/** Called after every action, with the state it led to and the one before. */
export type StoreListener = (state: ContactState, action: Action, previous: ContactState) => void;

/** What editing adds to a store, once a person means to edit: see `EditQueue`. */
export interface EditingLayer {
  /** The confirmed contact with every pending change on top. */
  overlay(base: Contact): Contact;
  /** The state in which nothing waits for what cannot come. */
  settle(state: ContactState): ContactState;
  /** The source has answered: what waits for a connection goes on. */
  resume(): void;
  /** Starts whatever is due next. */
  advance(): void;
  readonly hasUnsavedEdits: boolean;
  /** Whether they would survive a reload. */
  readonly isKept: boolean;
}

export interface StoreOptions {
  /** How long a read may take, in milliseconds. */
  readonly readLimit?: number;
  /** How long a write may take, in milliseconds. */
  readonly writeLimit?: number;
  /** Makes idempotency keys; must never repeat. */
  readonly createId?: () => string;
  /** The clock behind the limits, and behind what is tried again. */
  readonly clock?: Clock;
  /** Where edits survive a reload; without it they live as long as the page. */
  readonly persistence?: Persistence;
  /** Calls back whenever the network may be back, until the returned function is called. Only a hint: failing is what counts. */
  readonly whenOnline?: (callback: () => void) => () => void;
  /** A number from 0 up to 1: spreads what is tried again over time. */
  readonly random?: () => number;
}

/**
 * One contact of one source: reads it, keeps what is known about it, and outlives every element that shows it.
 * Knows no DOM. Editing is a layer of its own, loaded when a person means to edit.
 */
export class ContactStore {
  /** The source itself, for what needs no state: suggestions, and which abilities there are. */
  readonly adapter: ContactAdapter;
  readonly options: StoreOptions;
  /** Present from the first intent to edit on. */
  layer?: EditingLayer;
  readonly #listeners = new Set<StoreListener>();
  #state: ContactState;
  #read: AbortController | undefined;
  /** What became of the last read, while it is to be tried again. */
  #setback: RetryState | undefined;
  readonly #wait: RetryTimer;
  #watchers = 0;

  constructor(adapter: ContactAdapter, id: string, options: StoreOptions = {}) {
    if (typeof adapter?.load !== 'function') throw new TypeError('An adapter needs load()');
    this.adapter = adapter;
    this.options = options;
    this.#state = initialState(id);
    this.#wait = new RetryTimer(options);
  }

  get edits(): EditQueue {
    return EditQueue.of(this);
  }

  get state(): ContactState {
    return this.#state;
  }

  /** The contact as the person should see it, `undefined` before the first read. */
  get contact(): Contact | undefined {
    const { base } = this.#state;
    return base && this.layer ? this.layer.overlay(base) : base;
  }

  /** Whether anything the person typed or committed is not with the source yet. */
  get hasUnsavedEdits(): boolean {
    return this.layer?.hasUnsavedEdits ?? false;
  }

  /** Whether anybody listens. */
  get isObserved(): boolean {
    return this.#listeners.size > 0;
  }

  /** Listens to every action; the returned function ends it. */
  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes the state that an action led to, tells everybody, and goes on with what is due. */
  apply(state: ContactState, action: Action): void {
    const previous = this.#state;
    const next = (this.#state = this.layer?.settle(state) ?? state);
    for (const listener of [...this.#listeners]) listener(next, action, previous);
    this.layer?.advance();
    if (mustRead(this.#state)) void this.load();
  }

  /**
   * Reads the contact anew. An older read under way is given up; a failure ends in `state.loadError`, and while the contact
   * is watched, what failed for a passing reason is tried again.
   */
  async load(): Promise<void> {
    await this.#load(false);
  }

  /** Takes in a whole answer that needs no asking: the host has handed it over. */
  provide(answer: unknown): void {
    this.#read?.abort();
    this.#read = undefined;
    this.#retryAfter(undefined);
    this.#dispatch({ type: 'loaded', snapshot: parseSnapshot(answer, this.#state.id), revision: this.#state.revision });
  }

  /** What the source says of the contact now; changes nothing here. */
  async read(controller = new AbortController()): Promise<ContactSnapshot> {
    const { readLimit = 10_000, clock: after = startTimer } = this.options;
    const { id } = this.#state;
    return parseSnapshot(await withTimeLimit(readLimit, after, controller, (signal) => this.adapter.load(id, { signal })), id);
  }

  /** Takes in news that the source sent unasked: a version not known here is read, and so is what cannot be understood. */
  receive(contact: unknown): void {
    try {
      this.#dispatch({ type: 'received', contact: parseContact(contact, this.#state.id) });
    } catch {
      void this.load();
    }
  }

  /** Starts listening to the source's own news of this contact, where it has any. Returns the function that stops it. */
  watch(): () => void {
    let isWatched = true;
    this.#watchers++;
    const stop = this.adapter.watch?.(this.#state.id, (contact) => {
      if (isWatched) this.receive(contact);
    });
    return () => {
      if (isWatched) this.#watchers--;
      isWatched = false;
      this.#retryAfter(this.#setback);
      stop?.();
    };
  }

  /** Resolves when nothing is under way and nothing is waiting to be sent. */
  whenSettled(): Promise<void> {
    return this.when(isSettled);
  }

  /** Resolves when the state is like that. */
  when(isSo: (state: ContactState) => boolean): Promise<void> {
    if (isSo(this.#state)) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.subscribe((state) => {
        if (!isSo(state)) return;
        stop();
        resolve();
      });
    });
  }

  async #load(isRetry: boolean): Promise<void> {
    this.#read?.abort();
    const read = (this.#read = new AbortController());
    const before = isRetry ? this.#setback : undefined;
    this.#retryAfter(undefined);
    const { revision } = this.#state;
    this.#dispatch({ type: 'load-started', isRetry });
    const action = await this.read(read).then(
      (snapshot): LoadAction => ({ type: 'loaded', snapshot, revision }),
      (thrown: unknown): LoadAction => ({ type: 'load-failed', error: ContactError.from(thrown), isRetry }),
    );
    if (this.#read !== read) return;
    if (action.type === 'load-failed') this.#retryAfter(retryStateAfter(before, action.error));
    this.#dispatch(action);
    if (action.type === 'loaded') this.layer?.resume();
  }

  /** Nobody waits for a read of what is not watched. */
  #retryAfter(setback: RetryState | undefined): void {
    this.#setback = setback;
    this.#wait.start(this.#watchers > 0 ? setback : undefined, () => void this.#load(true));
  }

  #dispatch(action: LoadAction): void {
    this.apply(reduceLoad(this.#state, action), action);
  }
}
