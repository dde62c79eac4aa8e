import { getValues } from '../core/contact.js';
import type { FieldValues } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import { changedKeys } from '../core/merge-patch.js';
import { ownValue } from '../core/own-value.js';
import { randomId } from '../core/random-id.js';
import { RetryTimer } from '../core/retry.js';
import { isSameTag, seenValuesFrom } from './change.js';
import type { Change, ChannelRemoval, EntryChange, EntryEdit, NamedTag, TagAddition } from './change.js';
import type { Draft } from './contact-state.js';
import { nextTask } from './next-task.js';
import type { SendingTask, Task } from './next-task.js';
import { afterFailure } from './reduce.js';
import type { EditedStore, Sending } from './sending.js';

let Loaded: typeof Sending | undefined;

/** Loads what sends edits, which only pages need in which somebody edits. */
export async function loadSending(): Promise<void> {
  ({ Sending: Loaded } = await import('./sending.js'));
}

/**
 * What a person does to one contact, on its way to the source: drafts, committed changes, the delete. Has one write sent at a
 * time, in order; shows each at once; keeps every one until it is saved, replaced by its author or discarded.
 */
export class EditQueue {
  readonly #store: EditedStore;
  #sending: Sending | undefined;
  #isLoading = false;
  readonly #retryTimer: RetryTimer;

  constructor(store: EditedStore) {
    this.#store = store;
    this.#retryTimer = new RetryTimer(store.options);
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

  /** Adds, changes or removes an email address or a phone number; `inverse` is offered as a way back once that is done. */
  setEntry(entry: EntryEdit & Pick<EntryChange, 'inverse' | 'isUndo'>): void {
    this.#store.dispatch({ type: 'change-made', change: { kind: 'entry', ...entry, ...this.#newIntent() } });
  }

  /**
   * Sends a failed change again (one that is on its way is left alone); after a conflict, over the other person's value
   * ("keep mine"). For changes that wait to be tried again, the wait is over.
   */
  retry(changeId: string): void {
    this.#sending?.forget(changeId);
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
    if (record?.kind === 'entry') {
      const { list, value, patch } = record;
      this.setEntry({ list, value, ...(patch && { patch }), isUndo: true });
    }
    // What is being typed is newer than the wish to undo.
    if (record?.kind !== 'fields' || (record.editor !== undefined && this.#store.state.drafts.has(record.editor))) return;
    const { after: baseValues, before: values, editor } = record;
    const own = { kind: 'fields', values, baseValues, seenValues: [], isUndo: true, ...this.#newIntent() } as const;
    this.#store.dispatch({ type: 'change-made', change: editor === undefined ? own : { ...own, editor } });
  }

  /** Stops the time in which edits can be undone while this says so, as long as there are any. */
  holdUndo(isHeld: () => boolean): void {
    this.#sending?.undoExpiry.hold(isHeld);
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
    const task = this.#nextTask();
    const retryState = task?.type === 'wait' ? task.retryState : undefined;
    this.#retryTimer.start(retryState, () => this.#store.dispatch({ type: 'changes-resumed' }));
    this.#sending?.undoExpiry.follow(this.#store.state.undoable, (id) => this.#store.dispatch({ type: 'undo-expired', id }));
    if (task?.type === 'delete' || task?.type === 'send') this.#send(task);
    if (task?.type === 'refuse') {
      const { id, current } = task;
      this.#store.dispatch({ type: 'change-refused', id, current, error: new ContactError('conflict', { current }) });
    }
  }

  #send(task: SendingTask): void {
    if (Loaded) this.#sending ??= new Loaded(this.#store);
    if (this.#sending) this.#sending.send(task);
    else void this.#loadSending();
  }

  /** Loads what sends. Where that cannot be had, it is like having no connection: what is to be sent is tried again. */
  async #loadSending(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    const failure = await loadSending().then(
      () => undefined,
      (cause: unknown) => new ContactError('offline', { cause }),
    );
    this.#isLoading = false;
    const task = this.#nextTask();
    if (!failure) this.advance();
    else if (task?.type === 'send') this.#store.dispatch(afterFailure(task.change.id, task.change.retryState, failure));
    else if (task?.type === 'delete') this.#store.dispatch({ type: 'delete-failed', error: failure });
  }

  #nextTask(): Task | undefined {
    const { options, state } = this.#store;
    return (options.nextTask ?? nextTask)(state);
  }

  #makeTagAddition(addition: Pick<TagAddition, 'tag' | 'isUndo'>): void {
    const isThere = this.#store.contact?.tags?.some((other) => isSameTag(other, addition.tag));
    const change = { kind: 'tag-addition', ...addition, ...this.#newIntent() } as const;
    if (!isThere) this.#store.dispatch({ type: 'change-made', change });
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
}

function pick(values: FieldValues, keys: readonly string[]): FieldValues {
  return Object.fromEntries(keys.map((key) => [key, ownValue(values, key) ?? null]));
}
