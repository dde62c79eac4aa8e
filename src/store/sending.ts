import type { ContactAdapter, ContactSnapshot, WriteOptions } from '../core/adapter.js';
import { startTimer, withTimeLimit } from '../core/clock.js';
import type { Contact } from '../core/contact.js';
import { ContactError, isGone } from '../core/error.js';
import { toPatch } from '../core/merge-patch.js';
import { parseContact } from '../core/parse.js';
import { retryStateAfter } from '../core/retry.js';
import { isSameTag } from './change.js';
import type { Blocking, Change, ChannelRemoval, TagRemoval } from './change.js';
import type { ContactState } from './contact-state.js';
import type { SendingTask } from './next-task.js';
import { afterFailure, isOutcomeUnknown } from './reduce.js';
import type { EditAction } from './reduce.js';
import type { StoreOptions } from './store-options.js';
import { UndoExpiry } from './undo-expiry.js';

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
 * Sends what a person has done to one contact: a write at a time goes to the source, and what became of it to the store, which for a
 * while can be undone. Only who edits loads this.
 */
export class Sending {
  readonly #store: EditedStore;
  readonly #rebases = new Map<string, number>();
  /** How long what was saved can be undone. */
  readonly undoExpiry: UndoExpiry;

  constructor(store: EditedStore) {
    this.#store = store;
    this.undoExpiry = new UndoExpiry(store.options.clock);
  }

  /** Sends a change, or the delete. */
  send(task: SendingTask): void {
    if (task.type === 'delete') void this.#sendDelete(task.id, task.version);
    else void this.#sendChange(task.change, task.version);
  }

  /** Counts anew how often a change was refused. */
  forget(changeId: string): void {
    this.#rebases.delete(changeId);
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
    if (change.kind === 'entry') {
      const { list, value, patch } = change;
      return patch
        ? this.#call(version, change.id, adapter.saveEntry, (saveEntry, write) =>
            saveEntry.call(adapter, state.id, list, value, patch, write),
          )
        : this.#call(version, change.id, adapter.removeEntry, (removeEntry, write) =>
            removeEntry.call(adapter, state.id, list, value, write),
          );
    }
    if (change.kind === 'tag-addition') {
      const reference = change.tag.id ? { id: change.tag.id } : { name: change.tag.name };
      return this.#call(version, change.id, adapter.addTag, (addTag, write) =>
        addTag.call(adapter, state.id, reference, write),
      );
    }
    if (change.kind === 'channel-removal') return this.#removeChannel(change, version);
    if (change.kind === 'tag-removal') return this.#removeTag(change, version);
    const { kind }: Blocking = change;
    return this.#call(version, change.id, adapter.setBlocked, (setBlocked, write) =>
      setBlocked.call(adapter, state.id, kind === 'block', write),
    );
  }

  /** A tag is removed by the id that the source knows it by; one that is not there is removed already. */
  async #removeTag({ id: key, tag: named }: TagRemoval, version: string | undefined): Promise<Contact | void> {
    const { adapter, state } = this.#store;
    const find = (contact: Contact) => contact.tags?.find((other) => isSameTag(other, named));
    const current = state.base && find(state.base) ? state.base : (await this.#store.read()).contact;
    // Meanwhile the contact may have turned out to be gone or hidden.
    const { phase, loadError } = this.#store.state;
    if (phase !== 'ready') throw loadError ?? new ContactError('gone');
    const tag = find(current);
    if (!tag) return current;
    return this.#call(version, key, adapter.removeTag, (remove, write) => remove.call(adapter, state.id, tag.id, write));
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
    return afterFailure(id, change?.retryState, error);
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
