import { isHeldUp } from '../../../src/store/change.js';
import type { Change } from '../../../src/store/change.js';
import { getValue } from '../../../src/core/contact.js';
import type { FieldValue, FieldValues } from '../../../src/core/contact.js';
import type { EditQueue } from '../../../src/store/edit-queue.js';
import type { ContactStore } from '../../../src/store/contact-store.js';
import type { storeFor } from '../../../src/store/store-registry.js';
import type { FakeClock } from '../support/clock.js';
import { Memory } from './memory.js';
import type { Network } from './network.js';
import { BLOCKED, CHANNEL, LINE, tagId, versionOf } from './server.js';
import { Violation } from './violation.js';

export const CONTACTS = ['a', 'b'] as const;
export const FIELDS = ['firstName', 'lastName', 'phone', 'plan'] as const;
export const TAGS = ['VIP', 'new', 'late'] as const;
export const EMAILS = ['one@example.com', 'two@example.com'] as const;
export const READ_LIMIT = 10_000;
export const WRITE_LIMIT = 15_000;

const EDITORS: Readonly<Record<string, readonly string[]>> = { name: ['firstName', 'lastName'], phone: ['phone'] };

/** What stands between a person and the source. */
export interface Wire extends Pick<Network, 'adapter' | 'whenOnline'> {
  /** Every write that was handed over. */
  readonly writes: readonly unknown[];
}

/** One person at one panel: looks at one contact at a time, and does to it what the panel lets people do. */
export class Person {
  readonly memory = new Memory();
  readonly #stores: typeof storeFor;
  readonly #network: Wire;
  readonly #clock: Pick<FakeClock, 'after'>;
  #ids = 0;
  #values = 0;
  #viewed: string = CONTACTS[0];
  #leave: (() => void) | undefined;

  constructor(stores: typeof storeFor, network: Wire, clock: Pick<FakeClock, 'after'>) {
    this.#stores = stores;
    this.#network = network;
    this.#clock = clock;
  }

  store(id: string): ContactStore {
    const createId = () => `intent${++this.#ids}`;
    const { after } = this.#clock;
    const { whenOnline } = this.#network;
    const options = { createId, clock: after, whenOnline, random: () => 0, readLimit: READ_LIMIT, writeLimit: WRITE_LIMIT };
    return this.#stores(this.#network.adapter, id, options);
  }

  /** Whether the panel is in the page and shows this contact. */
  isShowing(id: string): boolean {
    return this.#leave !== undefined && this.#viewed === id;
  }

  /** Remembers what is on the screen now. */
  look(): void {
    const { contact } = this.store(this.#viewed);
    if (!contact || !this.#leave) return;
    for (const field of FIELDS) this.memory.see(this.#viewed, field, getValue(contact, field));
  }

  show(id: string): void {
    this.hide();
    const store = this.store(id);
    const stops = [store.subscribe(() => undefined), store.watch()];
    this.#viewed = id;
    this.#leave = () => stops.forEach((stop) => stop());
    void store.load();
  }

  switch(): void {
    this.show(this.#viewed === CONTACTS[0] ? CONTACTS[1] : CONTACTS[0]);
  }

  /** Takes the panel off the page. */
  hide(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  refresh(): void {
    if (this.#leave) void this.store(this.#viewed).load();
  }

  type(editor: string, choice: number): void {
    this.#act((edits, store) => {
      const fields = EDITORS[editor] ?? [];
      const { contact } = store;
      const draft = store.state.drafts.get(editor);
      const shown = Object.fromEntries(fields.map((field) => [field, contact ? getValue(contact, field) : null]));
      if (!draft) this.memory.open(this.#viewed, editor, shown);
      const changed = fields[choice % fields.length] ?? '';
      edits.draft(editor, { ...(draft?.values ?? shown), [changed]: this.#value(changed, choice) });
    });
  }

  /** Confirms an editor; with `twice`, by Enter and by leaving the field. */
  commit(editor: string, twice: boolean): void {
    this.#act((edits, store) => {
      const values = store.state.drafts.get(editor)?.values ?? {};
      this.#intend(() => edits.commit(editor, values), edits.changedValues(editor, values), editor);
      const before = this.#ids;
      if (twice) edits.commit(editor, values);
      if (this.#ids > before) throw new Violation('R5', `what was confirmed twice in ${editor} is saved twice`);
    });
  }

  cancel(editor: string): void {
    this.#act((edits) => edits.cancelDraft(editor));
  }

  edit(choice: number): void {
    this.#act((edits) => {
      const field = FIELDS[choice % FIELDS.length] ?? 'plan';
      const values = { [field]: this.#value(field, choice >> 2) };
      this.#intend(() => edits.edit(values), values);
    });
  }

  tag(choice: number, isThere: boolean): void {
    this.#act((edits, store) => {
      const name = TAGS[choice % TAGS.length] ?? 'VIP';
      const shown = store.contact?.tags?.find((tag) => tag.name.toLowerCase() === name.toLowerCase());
      const tag = choice & 8 ? { name: name.toLowerCase() } : { id: tagId(name), name };
      this.#intendTag(name, isThere, () => {
        if (isThere) edits.addTag(tag);
        else if (shown || choice & 16) edits.removeTag(shown?.id ? shown : { name });
      });
    });
  }

  /** Confirms that the contact is to be blocked or unblocked; with `twice`, by a double click. */
  block(isBlocked: boolean, twice: boolean): void {
    this.#act((edits) => {
      const press = () => this.#intendTag(BLOCKED, isBlocked, () => edits.setBlocked(isBlocked));
      press();
      if (twice) press();
    });
  }

  /** Confirms that the channel is to be removed; with `twice`, by a double click. */
  removeChannel(twice: boolean): void {
    this.#act((edits) => {
      const press = () => this.#intendTag(CHANNEL, false, () => edits.removeChannel(LINE));
      press();
      if (twice) press();
    });
  }

  /** Adds an email address, or removes it with a way back. */
  entry(choice: number, isThere: boolean): void {
    this.#act((edits) => {
      const value = EMAILS[choice % EMAILS.length] ?? '';
      const added = { list: 'emails', value, patch: {} } as const;
      this.#intendEntry(value, isThere, () => edits.setEntry(isThere ? added : { list: 'emails', value, inverse: added }));
    });
  }

  /** Presses "Try again" or "Keep mine"; with `twice`, as a double click: on the same button, if it is still there. */
  retry(choice: number, twice: boolean): void {
    this.#act((edits, store) => {
      const stuck = stuckIn(store);
      const change = stuck[choice % (stuck.length || 1)];
      if (!change) return;
      if (change.status === 'conflict') this.memory.acceptTheirs(this.#viewed, change.id, store.state.base);
      this.memory.presses.set(this.#viewed, this.#network.writes.length);
      edits.retry(change.id);
      const isReplaced =
        change.status !== 'conflict' && store.state.changes.some(({ id, status }) => id === change.id && status === 'conflict');
      if (twice && !isReplaced) edits.retry(change.id);
    });
  }

  /** Presses "Undo". */
  undo(choice: number): void {
    this.#act((edits, store) => {
      const { undoable } = store.state;
      const record = undoable[choice % (undoable.length || 1)];
      if (!record) return;
      if (record.kind === 'fields') this.#intend(() => edits.undo(record.id), record.before, undefined, record.after);
      else if (record.kind === 'entry') this.#intendEntry(record.value, true, () => edits.undo(record.id));
      else {
        const name = TAGS.find((tag) => tag.toLowerCase() === record.tag.name.toLowerCase()) ?? '';
        this.#intendTag(name, true, () => edits.undo(record.id));
      }
    });
  }

  /** Presses "Discard" or "Use theirs". */
  discard(choice: number): void {
    this.#act((edits, store) => {
      const stuck = stuckIn(store).filter(({ status }) => status !== 'sending');
      const change = stuck[choice % (stuck.length || 1)];
      if (!change) return;
      this.memory.discard(change);
      edits.discard(change.id);
    });
  }

  delete(twice: boolean): void {
    this.#act((edits) => {
      this.memory.deletions.add(this.#viewed);
      edits.delete();
      if (twice) edits.delete();
    });
  }

  withdrawDelete(): void {
    this.#act((edits) => edits.withdrawDelete());
  }

  /** Only what is on the screen can be pressed. */
  #act(action: (edits: EditQueue, store: ContactStore) => void): void {
    const store = this.store(this.#viewed);
    if (!this.#leave || !store.contact) return;
    this.look();
    action(store.edits, store);
  }

  #intendTag(name: string, isThere: boolean, act: () => void): void {
    const before = this.#ids;
    const { changes, base } = this.store(this.#viewed).state;
    const pending = changes.filter(({ status }) => status !== 'failed' && status !== 'conflict').map(({ id }) => id);
    act();
    if (this.#ids === before || this.memory.isWished(this.#viewed, name, isThere, pending)) return;
    const since = base ? versionOf(base) : 0;
    this.memory.intendTag({ contactId: this.#viewed, root: `intent${this.#ids}`, tag: name, isThere, since });
  }

  #intendEntry(value: string, isThere: boolean, act: () => void): void {
    const { base } = this.store(this.#viewed).state;
    act();
    const since = base ? versionOf(base) : 0;
    this.memory.intendTag({ contactId: this.#viewed, root: `intent${this.#ids}`, tag: value, isThere, since });
  }

  #intend(act: () => void, values: FieldValues, editor?: string, over?: FieldValues): void {
    const before = this.#ids;
    const { contact } = this.store(this.#viewed);
    const shown = over ?? Object.fromEntries(FIELDS.map((field) => [field, contact ? getValue(contact, field) : null]));
    act();
    const root = `intent${this.#ids}`;
    if (this.#ids > before) this.memory.intendFields({ contactId: this.#viewed, root, values, shown, editor });
  }

  /** A value of its own nearly always, so that it can be told who wrote it; sometimes none, or one from before. */
  #value(field: string, choice: number): FieldValue {
    if (choice % 16 === 1) return null;
    if (choice % 16 === 2) return this.memory.seenValue(this.#viewed, field, choice);
    return `mine ${++this.#values}`;
  }
}

/** What the panel shows a notice for: what waits for the person, and what is being tried again with all that is behind it. */
function stuckIn({ state: { changes } }: ContactStore): readonly Change[] {
  return changes.filter((change) => change.error !== undefined || isHeldUp(change, changes));
}
