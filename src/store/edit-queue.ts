import type { ContactAdapter, ContactSnapshot, WriteOptions } from '../core/adapter.js';
import { startTimer, withTimeLimit } from '../core/clock.js';
import { getValues } from '../core/contact.js';
import type { Contact, FieldValues } from '../core/contact.js';
import { ContactError, isGone } from '../core/error.js';
import { changedKeys, toPatch } from '../core/merge-patch.js';
import { ownValue } from '../core/own-value.js';
import { parseContact } from '../core/parse.js';
import { randomId } from '../core/random-id.js';
import { RetryTimer, retryStateAfter } from '../core/retry.js';
import { isSameTag, seenValuesFrom } from './change.js';
import type { Change, ChannelRemoval, NamedTag, TagAddition } from './change.js';
import type { ContactState, Draft } from './contact-state.js';
import { nextTask } from './next-task.js';
import { isOutcomeUnknown } from './reduce.js';
import type { EditAction } from './reduce.js';
import type { StoreOptions } from './store-options.js';
import { Expiry } from './undo.js';

/** How often a write goes again over a newer version. A source that answers "conflict" to all of them is broken. */
const MAX_REBASES = 5;

/** The store of a contact, as far as its edits need it. */
export interface EditedStore {
  readonly adapter: ContactAdapter;
  readonly options: StoreOptions;
  readonly state: ContactState;
  readonly contact: Contact | undefined;
  read(): Promise<ContactSnapshot>;
  load(): Promise<void>;
  dispatch(action: EditAction): void;
}

/**
 * What a person does to one contact, on its way to the source: drafts, committed changes, the delete. Sends one write at
 * a time, in order; shows each at once; keeps every one until it is saved, replaced by its author or discarded.
 */
export class EditQueue {
  readonly #store: EditedStore;
  readonly #rebases = new Map<string, number>();
  readonly #retryTimer: RetryTimer;
  readonly #expiry: Expiry;

  constructor(store: EditedStore) {
    this.#store = store;
    this.#retryTimer = new RetryTimer(store.options);
    this.#expiry = new Expiry(store.options.clock);
  }

  /** Keeps what is being typed. The first call for an editor also remembers what its fields held. */
  draft(key: string, values: FieldValues): void {
    const before = this.#store.state.drafts.get(key) ?? this.#seen(Object.keys(values));
    this.#store.dispatch({ type: 'draft-changed', key, draft: { ...before, values } });
  }

  /** Drops what was typed. */
  cancelDraft(key: string): void {
    this.#store.dispatch({ type: 'draft-closed', key });
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
    this.#makeTagAddition({ tag });
  }

  /** Takes a tag off the contact. */
  removeTag(tag: NamedTag): void {
    this.#store.dispatch({ type: 'change-made', change: { kind: 'tag-removal', tag, ...this.#newIntent() } });
  }

  /** Blocks the contact, or lets them write again. What was asked for last counts. */
  setBlocked(isBlocked: boolean): void {
    this.#store.dispatch({ type: 'change-made', change: { kind: isBlocked ? 'block' : 'unblock', ...this.#newIntent() } });
  }

  /** Removes a channel from the contact. */
  removeChannel(channel: ChannelRemoval['channel']): void {
    this.#store.dispatch({ type: 'change-made', change: { kind: 'channel-removal', channel, ...this.#newIntent() } });
  }

  /**
   * Sends a failed change again (one that is on its way is left alone); after a conflict, over the other person's value
   * ("keep mine"). For changes that wait to be tried again, the wait is over.
   */
  retry(changeId: string): void {
    this.#rebases.delete(changeId);
    this.#store.dispatch({ type: 'change-retried', id: changeId });
  }

  /** Drops a change that is not on its way; after a conflict, the other person's value stays ("use theirs"). */
  discard(changeId: string): void {
    this.#store.dispatch({ type: 'change-discarded', id: changeId });
  }

  /**
   * Undoes a saved edit (`state.undoable`): an ordinary edit back to the value before, over the value that was saved. If
   * somebody else has changed the field since then, that is a conflict like any other.
   */
  undo(changeId: string): void {
    const record = this.#store.state.undoable.find(({ id }) => id === changeId);
    if (record?.kind === 'tag-removal') this.#makeTagAddition({ tag: record.tag, isUndo: true });
    // What is being typed is newer than the wish to undo.
    if (record?.kind !== 'fields' || (record.editor !== undefined && this.#store.state.drafts.has(record.editor))) return;
    const { after: baseValues, before: values, editor } = record;
    const own = { kind: 'fields', values, baseValues, seenValues: [], isUndo: true, ...this.#newIntent() } as const;
    this.#store.dispatch({ type: 'change-made', change: editor === undefined ? own : { ...own, editor } });
  }

  /** Stops the time in which edits can be undone while this says so, as long as there are any. */
  holdUndo(isHeld: () => boolean): void {
    this.#expiry.hold(isHeld);
  }

  /** Deletes the contact once what is under way has arrived. Pressing twice asks once. */
  delete(): void {
    const { id } = this.#store.state.deletion ?? this.#newIntent();
    this.#store.dispatch({ type: 'delete-requested', id });
  }

  /** Forgets a delete that failed. */
  withdrawDelete(): void {
    this.#store.dispatch({ type: 'delete-withdrawn' });
  }

  /** Goes on with what waits for a connection: there is a sign of one. */
  wake(): void {
    this.#retryTimer.wake();
  }

  /** Does what is to be done next. */
  advance(): void {
    const { options, state } = this.#store;
    const task = (options.nextTask ?? nextTask)(state);
    const retryState = task?.type === 'wait' ? task.retryState : undefined;
    this.#retryTimer.start(retryState, () => this.#store.dispatch({ type: 'changes-resumed' }));
    this.#expiry.follow(state.undoable, (id) => this.#store.dispatch({ type: 'undo-expired', id }));
    if (task?.type === 'delete') void this.#sendDelete(task.id, task.version);
    if (task?.type === 'send') void this.#sendChange(task.change, task.version);
    if (task?.type === 'refuse') {
      const { id, current } = task;
      this.#store.dispatch({ type: 'change-refused', id, current, error: new ContactError('conflict', { current }) });
    }
  }

  #makeTagAddition(addition: Pick<TagAddition, 'tag' | 'isUndo'>): void {
    this.#store.dispatch({ type: 'change-made', change: { kind: 'tag-addition', ...addition, ...this.#newIntent() } });
  }

  #makeFieldChange(draft: Draft, editor?: string): void {
    const change: Change = { kind: 'fields', ...draft, ...this.#newIntent(), ...(editor === undefined ? {} : { editor }) };
    this.#store.dispatch({ type: 'change-made', change });
  }

  #newIntent(): { readonly id: string; readonly status: 'queued' } {
    return { id: (this.#store.options.createId ?? randomId)(), status: 'queued' };
  }

  #seen(keys: readonly string[]): Omit<Draft, 'values'> {
    const { contact, state } = this.#store;
    return { baseValues: getValues(contact ?? { id: state.id }, keys), seenValues: seenValuesFrom(state.changes, keys) };
  }

  async #sendChange(change: Change, version: string | undefined): Promise<void> {
    const { id } = change;
    this.#store.dispatch({ type: 'change-sent', id, version });
    const action = await this.#write(change, version).catch((thrown: unknown) =>
      this.#afterFailure(id, ContactError.from(thrown)),
    );
    this.#store.dispatch(action);
  }

  /** Sends one change; answers with the contact that it led to. */
  async #write(change: Change, version: string | undefined): Promise<EditAction> {
    let { revision } = this.#store.state;
    const sent = await this.#send(change, version);
    let answer = sent ? parseContact(sent, this.#store.state.id) : undefined;
    if (change.isUncertain) answer = undefined;
    // The answer may be missing, or older than what is known: that of an earlier attempt, or from before a read that came first.
    while (!answer || this.#store.state.revision !== revision) {
      ({ revision } = this.#store.state);
      answer = await this.#readWritten();
    }
    return { type: 'change-saved', id: change.id, contact: answer, isRead: !sent };
  }

  /** The contact after a write. Where it cannot be read, the write may have been done, and the panel shows what was before. */
  async #readWritten(): Promise<Contact> {
    try {
      return (await this.#store.read()).contact;
    } catch (thrown) {
      const cause = ContactError.from(thrown);
      const error = isOutcomeUnknown(cause) ? cause : new ContactError('unknown', { cause });
      if (!retryStateAfter(undefined, error)) void this.#store.load();
      throw error;
    }
  }

  async #send(change: Change, version: string | undefined): Promise<Contact | void> {
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
    if ('channel' in change) return this.#removeChannel(change, version);
    if (!('tag' in change))
      return this.#call(version, change.id, adapter.setBlocked, (setBlocked, write) =>
        setBlocked.call(adapter, state.id, change.kind === 'block', write),
      );
    const find = (contact: Contact) => contact.tags?.find((other) => isSameTag(other, change.tag));
    const current = state.base && find(state.base) ? state.base : (await this.#store.read()).contact;
    // Meanwhile the contact may have turned out to be gone or hidden.
    if (this.#store.state.phase !== 'ready') throw this.#store.state.loadError ?? new ContactError('gone');
    const tag = find(current);
    if (!tag) return current;
    return this.#call(version, change.id, adapter.removeTag, (remove, write) => remove.call(adapter, state.id, tag.id, write));
  }

  /** A channel that is gone is removed; where it is there still, or nobody can tell, the removal was refused. */
  async #removeChannel({ channel, id: key }: ChannelRemoval, version: string | undefined): Promise<Contact | void> {
    const { adapter, state } = this.#store;
    try {
      return await this.#call(version, key, adapter.removeChannel, (remove, write) =>
        remove.call(adapter, state.id, channel.id, write),
      );
    } catch (cause) {
      if (!isGone(ContactError.from(cause))) throw cause;
      const refused = new ContactError('invalid', { cause });
      const { contact } = await this.#store.read().catch((thrown: unknown) => {
        throw isGone(ContactError.from(thrown)) ? thrown : refused;
      });
      if (contact.channels?.some(({ id }) => id === channel.id)) throw refused;
      return contact;
    }
  }

  /** What a failed write leads to: after a conflict, what the source has now is looked at first. */
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
    const retryState = retryStateAfter(change?.retryState, error);
    return retryState ? { type: 'change-postponed', id, retryState } : { type: 'change-failed', id, error };
  }

  async #sendDelete(key: string, version: string | undefined): Promise<void> {
    const { adapter, state } = this.#store;
    this.#store.dispatch({ type: 'delete-sent' });
    const deleted: EditAction = { type: 'deleted' };
    const action = await this.#call(version, key, adapter.delete, (remove, write) =>
      remove.call(adapter, state.id, write),
    ).then(
      () => deleted,
      (thrown: unknown): EditAction => {
        const error = ContactError.from(thrown);
        // What has become part of another contact lives on there.
        return isGone(error) && !error.mergedInto ? deleted : { type: 'delete-failed', error };
      },
    );
    this.#store.dispatch(action);
  }

  async #call<M, T>(
    version: string | undefined,
    key: string,
    method: M | undefined,
    call: (method: M, write: WriteOptions) => Promise<T>,
  ): Promise<T> {
    if (method === undefined) throw new ContactError('forbidden', { message: 'The adapter has no such method' });
    const { writeLimit = 15_000, clock = startTimer } = this.#store.options;
    const precondition = version === undefined ? {} : { version };
    return withTimeLimit(writeLimit, clock, new AbortController(), (signal) => call(method, { key, signal, ...precondition }));
  }
}

function pick(values: FieldValues, keys: readonly string[]): FieldValues {
  return Object.fromEntries(keys.map((key) => [key, ownValue(values, key) ?? null]));
}
