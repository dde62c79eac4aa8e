import type { ContactAdapter, ContactSnapshot } from '../core/adapter.js';
import { startTimer, withTimeLimit } from '../core/clock.js';
import type { Contact } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import { parseContact, parseSnapshot } from '../core/parse.js';
import { RetryTimer, retryStateAfter } from '../core/retry.js';
import type { RetryState } from '../core/retry.js';
import { overlay } from './change.js';
import { hasUnsavedEdits, initialState, isSettled, mustRead } from './contact-state.js';
import type { ContactState } from './contact-state.js';
import { EditQueue } from './edit-queue.js';
import { reduce } from './reduce.js';
import type { Action, LoadAction } from './reduce.js';
import type { SavedEdits } from './saved-edits.js';
import type { UnsavedEdits } from './saved-edits-format.js';
import type { StoreOptions } from './store-options.js';

let Saved: typeof SavedEdits | undefined;

/** Loads what saves edits and restores them, which only pages with a `Persistence` need. */
export async function loadSavedEdits(): Promise<typeof SavedEdits> {
  ({ SavedEdits: Saved } = await import('./saved-edits.js'));
  return Saved;
}

/** Called after every action, with the state it led to and the one before. */
export type StoreListener = (state: ContactState, action: Action, previous: ContactState) => void;

/**
 * One contact of one source: reads it, holds what is known about it and what a person does to it, and outlives every element that
 * shows it. Knows no DOM.
 */
export class ContactStore {
  /** The source itself, for what needs no state: suggestions, and which abilities there are. */
  adapter: ContactAdapter;
  readonly options: StoreOptions;
  /** What a person does to the contact, on its way to the source. */
  readonly edits: EditQueue;
  readonly #listeners = new Set<StoreListener>();
  #savedEdits: SavedEdits | undefined;
  readonly #retryTimer: RetryTimer;
  #state: ContactState;
  #read: AbortController | undefined;
  /** What became of the last read, while it is to be tried again. */
  #retryState: RetryState | undefined;
  #watchers = 0;

  constructor(adapter: ContactAdapter, id: string, options: StoreOptions = {}) {
    if (typeof adapter?.load !== 'function') throw new TypeError('An adapter needs load()');
    this.adapter = adapter;
    this.options = options;
    this.#state = initialState(id);
    this.#retryTimer = new RetryTimer(options);
    this.edits = new EditQueue(this);
  }

  get state(): ContactState {
    return this.#state;
  }

  /** The contact as the person should see it: confirmed, with every pending change on top. `undefined` before the first read. */
  get contact(): Contact | undefined {
    const { base, changes } = this.#state;
    return base && overlay(base, changes);
  }

  /** Whether anything the person typed or committed is not with the source yet. */
  get hasUnsavedEdits(): boolean {
    return hasUnsavedEdits(this.#state);
  }

  /** Whether unsaved edits would be there again after a reload. */
  get canRestoreEdits(): boolean {
    return this.#savedEdits?.isSaved ?? false;
  }

  /** Whether anybody listens. */
  get isObserved(): boolean {
    return this.#listeners.size > 0;
  }

  /** Whether anybody wants the source's own news, and so a read that failed tried again. */
  get isWatched(): boolean {
    return this.#watchers > 0;
  }

  /** Listens to every action; the returned function ends it. */
  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes in what has happened, tells everybody, and goes on with what is to be done. */
  dispatch(action: Action): void {
    const previous = this.#state;
    const next = (this.#state = (this.options.reduce ?? reduce)(previous, action));
    for (const listener of [...this.#listeners]) listener(next, action, previous);
    this.#savedEdits?.follow(this.#state);
    this.edits.advance();
    if (mustRead(this.#state)) void this.load();
  }

  /**
   * Reads the contact anew. An older read under way is given up; a failure ends in `state.loadError`, and while the contact
   * is watched, what failed for a passing reason is tried again.
   */
  async load(): Promise<void> {
    this.restoreEdits({ withDrafts: this.isObserved });
    await this.#load(false);
  }

  /** Looks for edits that pages which are gone have saved, and saves those of this page; drafts are for whoever opens the contact. */
  restoreEdits(what: { readonly withDrafts: boolean }): void {
    const { clock, persistence } = this.options;
    if (!persistence) return;
    const onRestored = (edits: UnsavedEdits): void => this.dispatch({ type: 'edits-restored', edits });
    const restore = (Loaded: typeof SavedEdits): void => {
      this.#savedEdits ??= new Loaded(persistence, this.#state.id, onRestored, clock);
      this.#savedEdits.restore(what);
      this.#savedEdits.follow(this.#state);
    };
    if (Saved) restore(Saved);
    else loadSavedEdits().then(restore, () => undefined);
  }

  /** Takes in a whole answer that needs no asking: the host has handed it over. */
  provide(snapshot: ContactSnapshot): void {
    this.#read?.abort();
    this.#read = undefined;
    this.#retryAfter(undefined);
    this.dispatch({ type: 'loaded', snapshot, revision: this.#state.revision });
  }

  /** What the source says of the contact now; changes nothing here. */
  async read(controller = new AbortController()): Promise<ContactSnapshot> {
    const { readLimit = 10_000, clock = startTimer } = this.options;
    const { id } = this.#state;
    return parseSnapshot(await withTimeLimit(readLimit, clock, controller, (signal) => this.adapter.load(id, { signal })), id);
  }

  /** Takes in news that the source sent unasked: a version not known here is read, and so is what cannot be understood. */
  receive(contact: unknown): void {
    try {
      this.dispatch({ type: 'received', contact: parseContact(contact, this.#state.id) });
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
      this.#retryAfter(this.#retryState);
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

  /** Whether the answer to this read is still waited for. */
  protected isAwaited(read: AbortController): boolean {
    return this.#read === read;
  }

  async #load(isRetry: boolean): Promise<void> {
    this.#read?.abort();
    const read = (this.#read = new AbortController());
    const before = isRetry ? this.#retryState : undefined;
    this.#retryAfter(undefined);
    const { revision } = this.#state;
    this.dispatch({ type: 'load-started', isRetry });
    const action = await this.read(read).then(
      (snapshot): LoadAction => ({ type: 'loaded', snapshot, revision }),
      (thrown: unknown): LoadAction => ({ type: 'load-failed', error: ContactError.from(thrown), isRetry }),
    );
    if (!this.isAwaited(read)) return;
    if (action.type === 'load-failed') this.#retryAfter(retryStateAfter(before, action.error));
    this.dispatch(action);
    if (action.type === 'loaded') this.edits.wake();
  }

  /** Has a failed read tried again, as long as somebody watches. */
  #retryAfter(retryState: RetryState | undefined): void {
    this.#retryState = retryState;
    this.#retryTimer.start(this.isWatched ? retryState : undefined, () => void this.#load(true));
  }
}
