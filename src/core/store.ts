import type { ContactAdapter, WriteOptions } from './adapter.js';
import { contestedFields, isPending, isSameTag, knownFrom } from './change.js';
import type { Change } from './change.js';
import { getValue, isSameValue, toPatch } from './contact.js';
import type { Contact, FieldValues, Tag } from './contact.js';
import { ContactError } from './error.js';
import { startTimer, withTimeLimit } from './time-limit.js';
import type { After } from './time-limit.js';
import { parseContact, parseSnapshot } from './parse.js';
import { hasUnsavedEdits, initialState, isSettled, isWriting, reduce, shownContact } from './state.js';
import type { Action, ContactState, Draft } from './state.js';

/** Called after every action, with the state it led to and the one before. */
export type StoreListener = (state: ContactState, action: Action, previous: ContactState) => void;

export interface StoreOptions {
  /** How long a read may take, in milliseconds. */
  readonly readLimit?: number;
  /** How long a write may take, in milliseconds. */
  readonly writeLimit?: number;
  /** Makes idempotency keys; must never repeat. */
  readonly createId?: () => string;
  readonly after?: After;
}

/** A source that keeps answering "conflict" with nothing changed is broken: give up rather than ask for ever. */
const MAX_REBASES = 5;

/**
 * One contact's edits, from the person to the source: keeps the state, sends one write at a time, in order, and outlives
 * every element that shows it. Knows no DOM.
 */
export class ContactStore {
  readonly #adapter: ContactAdapter;
  readonly #options: Required<StoreOptions>;
  readonly #listeners = new Set<StoreListener>();
  readonly #rebases = new Map<string, number>();
  #state: ContactState;
  #read: AbortController | undefined;

  constructor(adapter: ContactAdapter, id: string, options: StoreOptions = {}) {
    if (typeof adapter?.load !== 'function') throw new TypeError('An adapter needs a load() method');
    this.#adapter = adapter;
    this.#options = { readLimit: 10_000, writeLimit: 15_000, createId: randomId, after: startTimer, ...options };
    this.#state = initialState(id);
  }

  get state(): ContactState {
    return this.#state;
  }

  /** The source itself, for what needs no state: suggestions, and which abilities there are. */
  get adapter(): ContactAdapter {
    return this.#adapter;
  }

  /** Listens to every action; the returned function ends it. */
  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether anybody listens. */
  get isObserved(): boolean {
    return this.#listeners.size > 0;
  }

  /** Reads the contact anew. An older read under way is given up; a failure ends in `state.loadError`. */
  load(): Promise<void> {
    this.#read?.abort();
    const read = (this.#read = new AbortController());
    const { id, revision } = this.#state;
    this.#dispatch({ type: 'load-started' });
    return this.#limited(this.#options.readLimit, read, (signal) => this.#adapter.load(id, { signal }))
      .then((answer): Action => ({ type: 'loaded', snapshot: parseSnapshot(answer, id), revision }))
      .catch((error: unknown): Action => ({ type: 'load-failed', error: ContactError.from(error) }))
      .then((action) => {
        if (this.#read === read) this.#dispatch(action);
      });
  }

  /** Takes in a contact that the source sent unasked. */
  receive(contact: Contact): void {
    this.#dispatch({ type: 'received', contact: parseContact(contact, this.#state.id) });
  }

  /** Starts listening to the source's own news of this contact, where it has any. Returns the function that stops it. */
  watch(): () => void {
    const stop = this.#adapter.watch?.(this.#state.id, (contact) => {
      try {
        this.receive(contact);
      } catch {
        void this.load();
      }
    });
    return stop ?? (() => undefined);
  }

  /** Keeps what is being typed. The first call for an editor also remembers what its fields held. */
  draft(key: string, values: FieldValues): void {
    const before = this.#state.drafts.get(key) ?? this.#seen(Object.keys(values));
    this.#dispatch({ type: 'draft-changed', key, draft: { ...before, values } });
  }

  /** Drops what was typed. */
  cancelDraft(key: string): void {
    this.#dispatch({ type: 'draft-closed', key });
  }

  /** The values of a draft that differ from what its editor was opened with: what committing it would save. */
  draftedValues(key: string): FieldValues {
    const draft = this.#state.drafts.get(key);
    return Object.fromEntries(
      Object.entries(draft?.values ?? {}).filter(([field, value]) => !isSameValue(value, draft?.over[field])),
    );
  }

  /** Commits a draft: the editor closes, the values are shown at once and sent in their turn. */
  commitDraft(key: string): void {
    const draft = this.#state.drafts.get(key);
    const values = this.draftedValues(key);
    if (!draft || !Object.keys(values).length) this.cancelDraft(key);
    else this.#makeFieldChange({ ...draft, values }, key);
  }

  /** Commits values without an editor. */
  edit(values: FieldValues): void {
    this.#makeFieldChange({ ...this.#seen(Object.keys(values)), values });
  }

  /** Puts a tag on the contact, unless it is there. Without an id, the source finds or makes one of that name. */
  addTag(tag: Omit<Tag, 'id'> & { readonly id?: string }): void {
    const isThere = shownContact(this.#state)?.tags?.some((other) => isSameTag(other, tag));
    if (!isThere) this.#dispatch({ type: 'change-made', change: { kind: 'tag-addition', tag, ...this.#newIntent() } });
  }

  /** Takes a tag off the contact. */
  removeTag(tag: Tag): void {
    const { id, ...rest } = tag;
    const known = id ? tag : rest;
    this.#dispatch({ type: 'change-made', change: { kind: 'tag-removal', tag: known, ...this.#newIntent() } });
  }

  /** Sends a failed change again; after a conflict, over the other person's value ("keep mine"). */
  retry(changeId: string): void {
    this.#rebases.delete(changeId);
    this.#dispatch({ type: 'change-retried', id: changeId });
  }

  /** Drops a failed change; after a conflict, the other person's value stays ("use theirs"). */
  discard(changeId: string): void {
    this.#dispatch({ type: 'change-discarded', id: changeId });
  }

  /** Deletes the contact once what is under way has arrived. Pressing twice asks once. */
  delete(): void {
    if (this.#state.deletion && this.#state.deletion.status !== 'failed') return;
    this.#dispatch({ type: 'delete-requested', id: this.#state.deletion?.id ?? this.#options.createId() });
  }

  /** Forgets a delete that failed. */
  withdrawDelete(): void {
    this.#dispatch({ type: 'delete-withdrawn' });
  }

  get hasUnsavedEdits(): boolean {
    return hasUnsavedEdits(this.#state);
  }

  /** Resolves when nothing is under way and nothing is waiting to be sent. */
  whenSettled(): Promise<void> {
    if (isSettled(this.#state)) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.subscribe((state) => {
        if (!isSettled(state)) return;
        stop();
        resolve();
      });
    });
  }

  #makeFieldChange(draft: Draft, draftKey?: string): void {
    const change: Change = { kind: 'fields', ...draft, ...this.#newIntent() };
    this.#dispatch({ type: 'change-made', change, ...(draftKey === undefined ? {} : { draftKey }) });
  }

  #newIntent(): { id: string; status: 'queued' } {
    return { id: this.#options.createId(), status: 'queued' };
  }

  #seen(keys: readonly string[]): Omit<Draft, 'values'> {
    const contact = shownContact(this.#state);
    const over = Object.fromEntries(keys.map((key) => [key, contact ? getValue(contact, key) : null]));
    return { over, known: knownFrom(this.#state.changes, keys) };
  }

  #dispatch(action: Action): void {
    const previous = this.#state;
    this.#state = reduce(previous, action);
    const state = this.#state;
    for (const listener of [...this.#listeners]) listener(state, action, previous);
    this.#advance();
  }

  /** Starts whatever is due next: at most one write, the delete before any edit, a read only when nothing else is. */
  #advance(): void {
    const { base, deletion, changes, phase, isLoading, isStale } = this.#state;
    if (!base || phase !== 'ready' || isWriting(this.#state)) return;
    if (deletion?.status === 'requested') return this.#sendDelete(base, deletion.id);
    const next = changes.find(isPending);
    if (next) return this.#sendNext(next, base);
    if (isStale && !isLoading) void this.load();
  }

  #sendNext(change: Change, base: Contact): void {
    const isContested = change.kind === 'fields' && contestedFields(change, base).length > 0;
    if (isContested)
      this.#dispatch({ type: 'change-contested', id: change.id, error: new ContactError('conflict', { current: base }) });
    else void this.#send(change, base);
  }

  async #send(change: Change, base: Contact): Promise<void> {
    this.#dispatch({ type: 'change-sent', id: change.id });
    try {
      const contact = parseContact(await this.#write(change, base), this.#state.id);
      this.#rebases.delete(change.id);
      this.#dispatch({ type: 'change-saved', id: change.id, contact });
    } catch (thrown) {
      this.#dispatch(await this.#afterFailure(change, ContactError.from(thrown)));
    }
  }

  #write(change: Change, base: Contact): Promise<Contact> {
    const tag = change.kind === 'fields' ? undefined : base.tags?.find((other) => isSameTag(other, change.tag));
    if (change.kind === 'tag-removal' && !tag) return Promise.resolve(base);
    return this.#limited(this.#options.writeLimit, new AbortController(), (signal) => {
      const { id } = this.#state;
      const write: WriteOptions = { key: change.id, signal, ...(base.version === undefined ? {} : { version: base.version }) };
      if (change.kind === 'fields') return ability(this.#adapter.save).call(this.#adapter, id, toPatch(change.values), write);
      if (tag && change.kind === 'tag-removal') return ability(this.#adapter.removeTag).call(this.#adapter, id, tag.id, write);
      const reference = change.tag.id ? { id: change.tag.id } : { name: change.tag.name };
      return ability(this.#adapter.addTag).call(this.#adapter, id, reference, write);
    });
  }

  /** A refused precondition is compared with what the source has now; any other failure is kept and shown. */
  async #afterFailure({ id }: Change, error: ContactError): Promise<Action> {
    const rebases = (this.#rebases.get(id) ?? 0) + 1;
    this.#rebases.set(id, rebases);
    if (error.code !== 'conflict' || rebases > MAX_REBASES) return { type: 'change-failed', id, error };
    try {
      const current = error.current ?? (await this.#readCurrent());
      return { type: 'change-refused', id, error, current: parseContact(current, this.#state.id) };
    } catch (thrown) {
      return { type: 'change-failed', id, error: ContactError.from(thrown) };
    }
  }

  async #readCurrent(): Promise<Contact> {
    const { id } = this.#state;
    const read = this.#limited(this.#options.readLimit, new AbortController(), (signal) => this.#adapter.load(id, { signal }));
    return parseSnapshot(await read, id).contact;
  }

  #sendDelete(base: Contact, key: string): void {
    this.#dispatch({ type: 'delete-sent' });
    const version = base.version === undefined ? {} : { version: base.version };
    this.#limited(this.#options.writeLimit, new AbortController(), (signal) =>
      ability(this.#adapter.delete).call(this.#adapter, this.#state.id, { key, signal, ...version }),
    )
      .then(
        (): Action => ({ type: 'deleted' }),
        (thrown: unknown): Action => {
          const error = ContactError.from(thrown);
          const isGone = error.code === 'not-found' || error.code === 'gone';
          return isGone ? { type: 'deleted' } : { type: 'delete-failed', error };
        },
      )
      .then((action) => this.#dispatch(action));
  }

  #limited<T>(limit: number, controller: AbortController, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return withTimeLimit(limit, this.#options.after, controller, call);
  }
}

function ability<T>(method: T | undefined): T {
  if (method === undefined) throw new ContactError('forbidden', { message: 'The adapter has no such method' });
  return method;
}

/** 128 random bits. `crypto.randomUUID` exists in secure contexts only, and panels also live on plain-HTTP intranets. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36).padStart(7, '0')).join('');
}
