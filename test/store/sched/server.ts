import type { TagReference } from '../../../src/core/adapter.js';
import { getValue, isStandardKey } from '../../../src/core/contact.js';
import type { Channel, Contact, ContactPatch, FieldValue, FieldValues, Tag } from '../../../src/core/contact.js';
import { ContactError } from '../../../src/core/error.js';
import { foldText } from '../../../src/core/fold-text.js';
import { Violation } from './violation.js';

/** A write as it travels. `key` and `version` as in `WriteOptions`. */
export type Write = { readonly contactId: string; readonly key: string; readonly version: string | undefined } & (
  | { readonly operation: 'save'; readonly patch: ContactPatch }
  | { readonly operation: 'addTag'; readonly tag: TagReference }
  | { readonly operation: 'removeTag'; readonly tagId: string }
  | { readonly operation: 'setBlocked'; readonly isBlocked: boolean }
  | { readonly operation: 'removeChannel'; readonly channelId: string }
  | { readonly operation: 'saveEntry' | 'removeEntry'; readonly value: string }
  | { readonly operation: 'delete' }
);

/** One change that was applied, and what it replaced. */
export interface Effect {
  readonly contactId: string;
  /** The idempotency key, `undefined` for what other people did. */
  readonly key: string | undefined;
  readonly values: FieldValues;
  readonly replaced: FieldValues;
  /** The version it led to. */
  readonly version: number;
}

/** The one channel of every contact. */
export const LINE: Channel = { id: 'ch_line', type: 'line', state: 'active' };

/** What holds of a contact that is blocked, beside the names of its tags. */
export const BLOCKED = '#blocked';

/** What holds of a contact that still has its one channel. */
export const CHANNEL = '#channel';

export const CAN = { edit: true, editTags: true };

/** A source of contacts: versions, idempotency keys, folded tags, and a log of everything that was ever applied. */
export class Server {
  /** Every effect, in the order in which it was applied. */
  readonly log: Effect[] = [];
  /** Every state of every contact, by version number. A deleted contact ends with `undefined`. */
  readonly history = new Map<string, (Contact | undefined)[]>();
  /** Where contacts are that were merged into others. */
  readonly merged = new Map<string, string>();
  /** Payloads by key: a key that comes with another payload is a fault of the client's. */
  readonly payloads = new Map<string, string>();
  /** What writes that have done their work were answered, by key. */
  readonly #answers = new Map<string, Contact | undefined>();
  readonly #doneAt = new Map<string, number>();
  readonly #onChange: (contactId: string) => void;

  constructor(contacts: readonly Contact[], onChange: (contactId: string) => void) {
    for (const contact of contacts) this.history.set(contact.id, [{ ...contact, version: '0' }]);
    this.#onChange = onChange;
  }

  /** The contact as it is now. */
  find(id: string): Contact | undefined {
    return this.history.get(id)?.at(-1);
  }

  /** The version that the write with this key has led to; `undefined` for one that has not done its work. */
  doneAt(key: string): number | undefined {
    return this.#doneAt.get(key);
  }

  /** Whether the contact has had, or not had, a tag of this name, or this email address, at any version from `since` on. */
  hasBeen(id: string, tag: string, isThere: boolean, since: number): boolean {
    return (this.history.get(id) ?? []).slice(since).some((contact) => !contact || hasItem(contact, tag) === isThere);
  }

  read(id: string): Contact {
    return this.find(id) ?? this.#fail(id, 'not-found');
  }

  /** What somebody else does, unseen: makes one contact part of another one, which takes its values of some fields; tags, email addresses and a block come along. */
  merge(id: string, targetId: string, taken: readonly string[]): void {
    const [contact, target] = [this.find(id), this.find(targetId)];
    if (!contact || !target) return;
    this.merged.set(id, targetId);
    this.#replace(contact, undefined, {}, undefined);
    const values = Object.fromEntries(taken.map((field) => [field, getValue(contact, field)]));
    const tagged = (contact.tags ?? []).reduce(withTag, withValues(target, values));
    const joined = (contact.emails ?? []).reduce((before, { value }) => withEmail(before, value, true), tagged);
    const reached = hasItem(contact, CHANNEL) ? connected(joined, true) : joined;
    this.#replace(target, contact.isBlocked ? blocked(reached, true) : reached, values, undefined);
  }

  /** Applies a write once. Throws `ContactError` for one that is refused; refused ones have no effect and are forgotten. */
  write(write: Write, withCurrent: boolean): Contact | undefined {
    const { contactId, key, version } = write;
    const payload = JSON.stringify({ ...write, version: undefined });
    if ((this.payloads.get(key) ?? payload) !== payload) throw new Violation('R5', `the key ${key} was used for two payloads`);
    this.payloads.set(key, payload);
    if (this.#doneAt.has(key)) return this.#answers.get(key);
    const contact = this.find(contactId) ?? this.#fail(contactId, 'gone');
    const needsVersion = write.operation === 'save' || write.operation === 'delete';
    if (needsVersion && version !== contact.version) {
      throw new ContactError('conflict', withCurrent ? { current: contact } : {});
    }
    const answer = this.#apply(contact, write);
    this.#answers.set(key, answer);
    this.#doneAt.set(key, (this.history.get(contactId) ?? []).length - 1);
    return answer;
  }

  /** What somebody else does, unseen. */
  interfere(
    id: string,
    change:
      | { values: FieldValues }
      | { addTag: string }
      | { removeTag: string }
      | { addEmail: string }
      | { removeEmail: string }
      | { isBlocked: boolean }
      | { isConnected: boolean }
      | 'delete',
  ): void {
    const contact = this.find(id);
    if (!contact) return;
    if (change === 'delete') this.#replace(contact, undefined, {}, undefined);
    else if ('values' in change) this.#replace(contact, withValues(contact, change.values), change.values, undefined);
    else if ('isBlocked' in change) this.#replace(contact, blocked(contact, change.isBlocked), {}, undefined);
    else if ('isConnected' in change) this.#replace(contact, connected(contact, change.isConnected), {}, undefined);
    else if ('addTag' in change) this.#replace(contact, withTag(contact, { name: change.addTag }), {}, undefined);
    else if ('addEmail' in change) this.#replace(contact, withEmail(contact, change.addEmail, true), {}, undefined);
    else if ('removeEmail' in change) this.#replace(contact, withEmail(contact, change.removeEmail, false), {}, undefined);
    else this.#replace(contact, withoutTag(contact, tagId(change.removeTag)), {}, undefined);
  }

  #fail(id: string, code: 'not-found' | 'gone'): never {
    const mergedInto = this.merged.get(id);
    throw mergedInto === undefined ? new ContactError(code) : new ContactError('gone', { mergedInto });
  }

  #apply(contact: Contact, write: Write): Contact | undefined {
    if (write.operation === 'delete') return this.#replace(contact, undefined, {}, write.key);
    if (write.operation === 'addTag') return this.#replace(contact, withTag(contact, write.tag), {}, write.key);
    if (write.operation === 'removeTag') return this.#replace(contact, withoutTag(contact, write.tagId), {}, write.key);
    if (write.operation === 'setBlocked') return this.#replace(contact, blocked(contact, write.isBlocked), {}, write.key);
    if (write.operation === 'removeChannel') return this.#replace(contact, connected(contact, false), {}, write.key);
    if (write.operation !== 'save') {
      return this.#replace(contact, withEmail(contact, write.value, write.operation === 'saveEntry'), {}, write.key);
    }
    const { custom = {}, ...standard } = write.patch;
    const values: FieldValues = { ...standard, ...custom };
    return this.#replace(contact, withValues(contact, values), values, write.key);
  }

  #replace(before: Contact, after: Contact | undefined, values: FieldValues, key: string | undefined): Contact | undefined {
    if (after === before) return before;
    const versions = this.history.get(before.id) ?? [];
    const contact = after && Object.freeze({ ...after, version: String(versions.length) });
    const replaced = Object.fromEntries(Object.keys(values).map((field) => [field, getValue(before, field)]));
    this.log.push({ contactId: before.id, key, values, replaced, version: versions.length });
    versions.push(contact);
    this.#onChange(before.id);
    return contact;
  }
}

/** What the source makes of a value: phone numbers lose their blanks, like in any real one. */
export function normalise(field: string, value: FieldValue): FieldValue {
  return field === 'phone' && typeof value === 'string' ? value.replaceAll(' ', '') : value;
}

/** Whether a contact has a tag of this name, or this email address; for `BLOCKED` and `CHANNEL`, whether that holds of it. */
export function hasItem(contact: Contact, item: string): boolean {
  if (item === BLOCKED) return contact.isBlocked === true;
  if (item === CHANNEL) return (contact.channels ?? []).length > 0;
  if (item.includes('@')) return (contact.emails ?? []).some(({ value }) => value === item);
  return (contact.tags ?? []).some((tag) => foldText(tag.name) === foldText(item));
}

export function versionOf(contact: Contact): number {
  return Number(contact.version);
}

/** The id of the tag of that name. */
export function tagId(name: string): string {
  return `tag-${foldText(name)}`;
}

function withValues(contact: Contact, values: FieldValues): Contact {
  const entries = Object.entries(values).map(([field, value]) => [field, normalise(field, value)] as const);
  const standard = Object.fromEntries(entries.filter(([field]) => isStandardKey(field)));
  const custom = Object.fromEntries(entries.filter(([field]) => !isStandardKey(field)));
  return { ...contact, ...standard, custom: { ...contact.custom, ...custom } };
}

function blocked(contact: Contact, isBlocked: boolean): Contact {
  return (contact.isBlocked ?? false) === isBlocked ? contact : { ...contact, isBlocked };
}

function connected(contact: Contact, isConnected: boolean): Contact {
  return hasItem(contact, CHANNEL) === isConnected ? contact : { ...contact, channels: isConnected ? [LINE] : [] };
}

function withTag(contact: Contact, reference: TagReference): Contact {
  const id = 'id' in reference ? reference.id : tagId(reference.name);
  const name = 'name' in reference ? reference.name : id.replace('tag-', '');
  const tags: readonly Tag[] = contact.tags ?? [];
  return tags.some((tag) => tag.id === id) ? contact : { ...contact, tags: [...tags, { id, name }] };
}

function withoutTag(contact: Contact, id: string): Contact {
  const tags = (contact.tags ?? []).filter((tag) => tag.id !== id);
  return tags.length === contact.tags?.length ? contact : { ...contact, tags };
}

function withEmail(contact: Contact, value: string, isThere: boolean): Contact {
  if (hasItem(contact, value) === isThere) return contact;
  const others = (contact.emails ?? []).filter((entry) => entry.value !== value);
  return { ...contact, emails: isThere ? [...others, { value }] : others };
}
