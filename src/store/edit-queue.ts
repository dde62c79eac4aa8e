import type { WriteOptions } from '../core/adapter.js';
import { contestedFields, isSameTag, seenValuesFrom, overlay } from './change.js';
import type { Change, NamedTag } from './change.js';
import { getValue } from '../core/contact.js';
import type { Contact, FieldValues } from '../core/contact.js';
import { changedKeys, failUnlessOpen, hasUnsavedEdits, reduceEdit } from './reduce-edit.js';
import type { EditAction } from './reduce-edit.js';
import { ContactError } from '../core/error.js';
import { Keeper } from './saved-edits.js';
import { followLeftovers, readUnseen } from './leftovers.js';
import { parseContact } from '../core/parse.js';
import { toPatch } from '../core/merge-patch.js';
import { randomId } from '../core/random-id.js';
import { RetryTimer, retryStateAfter } from '../core/retry.js';
import { isPending, isWriting } from './contact-state.js';
import type { ContactState, Draft } from './contact-state.js';
import type { ContactStore, EditingLayer } from './contact-store.js';
import { storeFor } from './store-registry.js';
import { startTimer, withTimeLimit } from '../core/clock.js';
import { Expiry } from './undo.js';

/** A source that keeps answering "conflict" with nothing changed is broken: give up rather than ask for ever. */
const MAX_REBASES = 5;

/**
 * What a person does to one contact, on its way to the source: drafts, committed changes, the delete. Sends one write at
 * a time, in order; shows each at once; keeps every one until it is saved, replaced by its author or discarded.
 */
export class EditQueue implements EditingLayer {
  readonly #store: ContactStore;
  readonly #rebases = new Map<string, number>();
  readonly #wait: RetryTimer;
  readonly #expiry: Expiry;
  readonly #keeper: Keeper | undefined;

  private constructor(store: ContactStore) {
    this.#store = store;
    this.#wait = new RetryTimer(store.options);
    this.#expiry = new Expiry(store.options);
    const { clock: after, persistence } = store.options;
    this.#keeper =
      persistence && new Keeper(persistence, store.state.id, (kept) => this.#dispatch({ type: 'edits-restored', kept }), after);
  }

  /** The edits of a store: one for all who ask. */
  static of(store: ContactStore): EditQueue {
    const { adapter, layer, options } = store;
    if (layer instanceof EditQueue) return layer;
    const edits = (store.layer = new EditQueue(store));
    edits.#keeper?.adopt({ withDrafts: true });
    followLeftovers(options, (id) => EditQueue.#takeOver(storeFor(adapter, id, options)));
    return edits;
  }

  /** Goes on with the edits that another page has left, whether anybody looks at the contact or not. */
  static #takeOver(store: ContactStore): void {
    const edits = store.layer instanceof EditQueue ? store.layer : (store.layer = new EditQueue(store));
    edits.#keeper?.adopt({ withDrafts: false });
    void readUnseen(store);
  }

  get hasUnsavedEdits(): boolean {
    return hasUnsavedEdits(this.#store.state);
  }

  get isKept(): boolean {
    return this.#keeper?.isKept ?? false;
  }

  overlay(base: Contact): Contact {
    return overlay(base, this.#store.state.changes);
  }

  settle(state: ContactState): ContactState {
    return failUnlessOpen(state);
  }

  /** Keeps what is being typed. The first call for an editor also remembers what its fields held. */
  draft(key: string, values: FieldValues): void {
    const before = this.#store.state.drafts.get(key) ?? this.#seen(Object.keys(values));
    this.#dispatch({ type: 'draft-changed', key, draft: { ...before, values } });
  }

  /** Drops what was typed. */
  cancelDraft(key: string): void {
    this.#dispatch({ type: 'draft-closed', key });
  }

  /** Those of the values that differ from what the editor was opened with: what committing them would save. */
  changedValues(key: string, values: FieldValues): FieldValues {
    const draft = this.#store.state.drafts.get(key);
    return draft ? pick(values, changedKeys({ ...draft, values })) : {};
  }

  /** Commits an editor: it closes, the changed values are shown at once and sent in their turn. */
  commit(key: string, values: FieldValues): void {
    const draft = this.#store.state.drafts.get(key);
    const changed = this.changedValues(key, values);
    if (!draft || !Object.keys(changed).length) this.cancelDraft(key);
    else this.#makeFieldChange({ ...draft, values: changed }, key);
  }

  /** Commits those of the values that differ from what is shown, without an editor. */
  edit(values: FieldValues): void {
    const seen = this.#seen(Object.keys(values));
    const changed = pick(values, changedKeys({ ...seen, values }));
    if (Object.keys(changed).length) this.#makeFieldChange({ ...seen, values: changed });
  }

  /** Puts a tag on the contact, unless it is there. Without an id, the source finds or makes one of that name. */
  addTag(tag: NamedTag): void {
    const isThere = this.#store.contact?.tags?.some((other) => isSameTag(other, tag));
    if (!isThere) this.#dispatch({ type: 'change-made', change: { kind: 'tag-addition', tag, ...this.#newIntent() } });
  }

  /** Takes a tag off the contact. */
  removeTag(tag: NamedTag): void {
    this.#dispatch({ type: 'change-made', change: { kind: 'tag-removal', tag, ...this.#newIntent() } });
  }

  /**
   * Sends a failed change again (one that is on its way is left alone); after a conflict, over the other person's value
   * ("keep mine"). For changes that wait to be tried again, the wait is over.
   */
  retry(changeId: string): void {
    this.#rebases.delete(changeId);
    this.#dispatch({ type: 'change-retried', id: changeId });
  }

  /** Drops a change that is not on its way; after a conflict, the other person's value stays ("use theirs"). */
  discard(changeId: string): void {
    this.#dispatch({ type: 'change-discarded', id: changeId });
  }

  /**
   * Undoes a saved edit (`state.undoable`): an ordinary edit back to the value before, over the value that was saved. If
   * somebody else has changed the field since then, that is a conflict like any other.
   */
  undo(changeId: string): void {
    const record = this.#store.state.undoable.find(({ id }) => id === changeId);
    if (record?.kind === 'tag-removal') this.addTag(record.tag);
    // What is being typed over the saved value is newer than the wish to have the old one back.
    if (record?.kind !== 'fields' || (record.editor !== undefined && this.#store.state.drafts.has(record.editor))) return;
    const { after: baseValues, before: values, editor } = record;
    const own = { kind: 'fields', values, baseValues, seenValues: [], isUndo: true, ...this.#newIntent() } as const;
    this.#dispatch({ type: 'change-made', change: editor === undefined ? own : { ...own, editor } });
  }

  /** Deletes the contact once what is under way has arrived. Pressing twice asks once. */
  delete(): void {
    const { deletion } = this.#store.state;
    if (deletion && deletion.status !== 'failed') return;
    this.#dispatch({ type: 'delete-requested', id: deletion?.id ?? this.#newIntent().id });
  }

  /** Forgets a delete that failed. */
  withdrawDelete(): void {
    this.#dispatch({ type: 'delete-withdrawn' });
  }

  resume(): void {
    this.#wait.wake();
    this.#keeper?.adopt({ withDrafts: this.#store.isObserved });
  }

  /** At most one write at a time, the delete before any edit; behind an edit that waits, the others wait too. */
  advance(): void {
    const { state } = this.#store;
    const { base, deletion, changes, phase } = state;
    const isFree = phase === 'ready' && !isWriting(state);
    const next = isFree ? changes.find(isPending) : undefined;
    const isDeleting = isFree && deletion?.status === 'requested';
    const setback = next?.status === 'waiting' && !isDeleting ? next.retryState : undefined;
    this.#keeper?.follow(state);
    this.#expiry.follow(state.undoable, (id) => this.#dispatch({ type: 'undo-expired', id }));
    this.#wait.start(setback, () => this.#dispatch({ type: 'changes-resumed' }));
    if (!base || setback) return;
    if (isDeleting) void this.#sendDelete(base, deletion.id);
    else if (next) this.#sendChange(next, base);
  }

  #makeFieldChange(draft: Draft, editor?: string): void {
    const change: Change = { kind: 'fields', ...draft, ...this.#newIntent(), ...(editor === undefined ? {} : { editor }) };
    this.#dispatch({ type: 'change-made', change });
  }

  #newIntent(): { readonly id: string; readonly status: 'queued' } {
    return { id: (this.#store.options.createId ?? randomId)(), status: 'queued' };
  }

  #seen(keys: readonly string[]): Omit<Draft, 'values'> {
    const { contact, state } = this.#store;
    const over = Object.fromEntries(keys.map((key) => [key, contact ? getValue(contact, key) : null]));
    return { baseValues: over, seenValues: seenValuesFrom(state.changes, keys) };
  }

  #dispatch(action: EditAction): void {
    this.#store.apply(reduceEdit(this.#store.state, action), action);
  }

  #sendChange(change: Change, base: Contact): void {
    const { id } = change;
    // The write may have been done: the source knows by the key, and by the version if somebody was faster.
    const sentVersion = change.kind === 'fields' && change.isUncertain ? change.sentVersion : undefined;
    const version = sentVersion ?? base.version;
    if (change.kind === 'fields' && sentVersion === undefined && contestedFields(change, base).length) {
      this.#dispatch({ type: 'change-refused', id, current: base, error: new ContactError('conflict', { current: base }) });
      return;
    }
    this.#dispatch({ type: 'change-sent', id, version });
    void this.#write(change, base, version)
      .then((contact): EditAction => ({ type: 'change-saved', id, contact }))
      .catch((thrown: unknown) => this.#afterFailure(id, ContactError.from(thrown)))
      .then((action) => this.#dispatch(action));
  }

  /** Sends one change, and answers the contact that it led to. */
  async #write(change: Change, base: Contact, version: string | undefined): Promise<Contact> {
    let { revision } = this.#store.state;
    let answer = parseContact(await this.#send(change, base, version), this.#store.state.id);
    // It may be what the contact was at an earlier attempt that had its effect, or before a read that came first.
    for (let isOlder = change.isUncertain; isOlder || this.#store.state.revision !== revision; isOlder = false) {
      ({ revision } = this.#store.state);
      answer = (await this.#store.read()).contact;
    }
    return answer;
  }

  async #send(change: Change, base: Contact, version: string | undefined): Promise<Contact> {
    const { adapter, state } = this.#store;
    if (change.kind === 'fields') {
      const patch = structuredClone(toPatch(change.values));
      return this.#call(version, change.id, adapter.save, (save, write) => save.call(adapter, state.id, patch, write));
    }
    if (change.kind === 'tag-addition') {
      const reference = change.tag.id ? { id: change.tag.id } : { name: change.tag.name };
      return this.#call(version, change.id, adapter.addTag, (addTag, write) =>
        addTag.call(adapter, state.id, reference, write),
      );
    }
    const find = (contact: Contact) => contact.tags?.find((other) => isSameTag(other, change.tag));
    const current = find(base) ? base : (await this.#store.read()).contact;
    // Meanwhile the contact may have turned out to be gone.
    if (this.#store.state.phase !== 'ready') throw new ContactError('gone');
    const tag = find(current);
    if (!tag) return current;
    return this.#call(version, change.id, adapter.removeTag, (remove, write) => remove.call(adapter, state.id, tag.id, write));
  }

  /** A refused precondition is compared with what the source has now; what failed for a passing reason is tried again. */
  async #afterFailure(id: string, error: ContactError): Promise<EditAction> {
    if (error.code !== 'conflict') return this.#failed(id, error);
    const rebases = (this.#rebases.get(id) ?? 0) + 1;
    this.#rebases.set(id, rebases);
    if (rebases > MAX_REBASES) return { type: 'change-failed', id, error };
    try {
      const current = error.current ? parseContact(error.current, this.#store.state.id) : (await this.#store.read()).contact;
      return { type: 'change-refused', id, current, error: new ContactError('conflict', { current, cause: error }) };
    } catch (thrown) {
      return this.#failed(id, ContactError.from(thrown));
    }
  }

  #failed(id: string, error: ContactError): EditAction {
    const change = this.#store.state.changes.find((other) => other.id === id);
    const setback = retryStateAfter(change?.retryState, error);
    return setback ? { type: 'change-postponed', id, setback } : { type: 'change-failed', id, error };
  }

  async #sendDelete(base: Contact, key: string): Promise<void> {
    const { adapter, state } = this.#store;
    this.#dispatch({ type: 'delete-sent' });
    try {
      await this.#call(base.version, key, adapter.delete, (remove, write) => remove.call(adapter, state.id, write));
      this.#dispatch({ type: 'deleted' });
    } catch (thrown) {
      const error = ContactError.from(thrown);
      const isGone = error.code === 'not-found' || error.code === 'gone';
      this.#dispatch(isGone ? { type: 'deleted' } : { type: 'delete-failed', error });
    }
  }

  #call<M, T>(
    version: string | undefined,
    key: string,
    method: M | undefined,
    call: (method: M, write: WriteOptions) => Promise<T>,
  ): Promise<T> {
    if (method === undefined) throw new ContactError('forbidden', { message: 'The adapter has no such method' });
    const { writeLimit = 15_000, clock: after = startTimer } = this.#store.options;
    const precondition = version === undefined ? {} : { version };
    return withTimeLimit(writeLimit, after, new AbortController(), (signal) => call(method, { key, signal, ...precondition }));
  }
}

function pick(values: FieldValues, keys: readonly string[]): FieldValues {
  return Object.fromEntries(keys.map((key) => [key, values[key] ?? null]));
}
