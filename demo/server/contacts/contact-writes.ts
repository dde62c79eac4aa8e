import {
  ContactError,
  entriesOf,
  entryErrors,
  isSameAddress,
  mayChoose,
  permissionsFor,
  PRIMARY_KEYS,
  withEntry,
  withPrimaries,
  withValues,
} from 'contact-details/server.js';
import type {
  Contact,
  ContactPatch,
  EntryList,
  EntryPatch,
  MergeChoices,
  MergeOptions,
  Person,
  TagReference,
  WriteOptions,
} from 'contact-details/server.js';
import { isDeepStrictEqual } from 'node:util';
import type { Database, Queryable } from '../database/database.js';
import { announceChange } from './contact-changes.js';
import {
  findContact,
  findGone,
  lockContact,
  touchContact,
  updateBlocked,
  updateChannels,
  updateContact,
} from './contact-rows.js';
import type { ContactKey } from './contact-rows.js';
import { asDuplicate } from './duplicates.js';
import { asSeenBy, loadFields } from './field-access.js';
import { forgetAnswers, recallAnswer, rememberAnswer } from './idempotency.js';
import { asPerson, listColleagues } from './member.js';
import type { Member } from './member.js';
import { mergeContacts } from './merging.js';
import { originsOf } from './origins.js';
import { checkedValues } from './patch-rules.js';
import type { PatchContext } from './patch-rules.js';
import { attachTag, detachTag, resolveTag } from './tags.js';
import { isText } from './text.js';

type Ability = 'edit' | 'editEntries' | 'editTags' | 'block' | 'removeChannels' | 'delete' | 'merge';

/** What a write does once it is allowed to: within one transaction, with the contact locked. */
interface Write<T extends Contact | null> {
  readonly operation: string;
  readonly needs: Ability;
  readonly payload: unknown;
  /** The ids of other contacts that it changes: they are locked, too. */
  readonly others?: readonly string[];
  /** Answers the contact as it is, for whoever may see all of it. */
  readonly perform: (transaction: Queryable, contact: Contact, key: ContactKey) => Promise<T>;
}

/** The writes of one member, each one transaction: lock, replay, authorise, check the version, write, remember, announce. */
export class ContactWrites {
  readonly #database: Database;
  readonly #member: Member;

  constructor(database: Database, member: Member) {
    this.#database = database;
    this.#member = member;
  }

  async save(id: string, given: ContactPatch, options: WriteOptions): Promise<Contact> {
    // The caller may go on changing what it gave.
    const patch = structuredClone(given);
    const saving = this.#write(id, options, {
      operation: 'save',
      needs: 'edit',
      payload: patch,
      perform: async (transaction, contact, key) => {
        await this.#demandVersion(transaction, contact, options.version);
        const fields = await loadFields(transaction, this.#member);
        const values = checkedValues(patch, { fields, people: await this.#people(transaction), contact });
        const origins = originsOf(values, contact, this.#member);
        const hasChanged = Object.keys(origins).length > 0;
        const saved = withPrimaries(withValues(contact, values), contact);
        if (hasChanged) await updateContact(transaction, key.workspaceId, saved, origins);
        return this.#answer(transaction, key, hasChanged);
      },
    });
    return saving.catch(async (thrown: unknown) => {
      throw await asDuplicate(thrown, { database: this.#database, member: this.#member, id, patch });
    });
  }

  /**
   * Adds, changes or, without a patch, removes an email address or a phone number. Whoever else adds one meanwhile waits for the
   * contact, so that nothing is lost; `email` and `phone` follow at once.
   */
  async setEntry(
    id: string,
    list: EntryList,
    value: string,
    given: EntryPatch | undefined,
    options: WriteOptions,
  ): Promise<Contact> {
    const patch = structuredClone(given);
    const key = PRIMARY_KEYS[list];
    let primary: string | null = null;
    const saving = this.#write(id, options, {
      operation: patch ? 'saveEntry' : 'removeEntry',
      needs: 'editEntries',
      payload: [list, value, patch ?? null],
      perform: async (transaction, contact, contactKey) => {
        const context = {
          fields: await loadFields(transaction, this.#member),
          people: await this.#people(transaction),
          contact,
        };
        const changed = this.#withEntry(contact, list, value, patch, context);
        primary = changed[key] ?? null;
        const entries = (all: Contact) =>
          entriesOf(all, list).map(({ isPrimary = false, ...entry }) => ({ ...entry, isPrimary }));
        const hasChanged = !isDeepStrictEqual(entries(changed), entries(contact));
        const origins = originsOf({ [key]: primary }, contact, this.#member);
        if (hasChanged) await updateContact(transaction, contactKey.workspaceId, changed, origins);
        return this.#answer(transaction, contactKey, hasChanged);
      },
    });
    return saving.catch(async (thrown: unknown) => {
      const asked = { database: this.#database, member: this.#member, id, patch: { [key]: primary } };
      throw await asDuplicate(thrown, asked);
    });
  }

  /** The contact with that entry, checked as the field is of which it is one. */
  #withEntry(contact: Contact, list: EntryList, value: string, patch: EntryPatch | undefined, context: PatchContext): Contact {
    const key = PRIMARY_KEYS[list];
    const errors = patch ? entryErrors(value, patch) : [];
    if (errors.length) throw new ContactError('invalid', { fields: errors });
    const before = entriesOf(contact, list).find((entry) => isSameAddress(entry.value, value));
    const isNew = patch !== undefined && (patch.value !== undefined || !before);
    const changed = withEntry(contact, list, value, patch);
    // What is there already may stay, whatever the rules say by now.
    const checked = checkedValues({ [key]: isNew ? (patch.value ?? value) : (changed[key] ?? null) }, context)[key];
    if (!isNew || typeof checked !== 'string') return changed;
    return withEntry(contact, list, value, { ...patch, value: checked });
  }

  addTag(id: string, reference: TagReference, options: WriteOptions): Promise<Contact> {
    return this.#write(id, options, {
      operation: 'addTag',
      needs: 'editTags',
      payload: reference,
      perform: async (transaction, _, key) => {
        const { createTags } = permissionsFor(this.#member);
        const tagId = await resolveTag(transaction, key.workspaceId, reference, createTags);
        return this.#afterTagging(transaction, key, await attachTag(transaction, key, tagId));
      },
    });
  }

  removeTag(id: string, tagId: string, options: WriteOptions): Promise<Contact> {
    return this.#write(id, options, {
      operation: 'removeTag',
      needs: 'editTags',
      payload: tagId,
      perform: async (transaction, _, key) => this.#afterTagging(transaction, key, await detachTag(transaction, key, tagId)),
    });
  }

  setBlocked(id: string, isBlocked: boolean, options: WriteOptions): Promise<Contact> {
    return this.#write(id, options, {
      operation: 'setBlocked',
      needs: 'block',
      payload: isBlocked,
      perform: async (transaction, contact, key) => {
        const hasChanged = (contact.isBlocked ?? false) !== isBlocked;
        if (hasChanged) await updateBlocked(transaction, key, isBlocked);
        return this.#answer(transaction, key, hasChanged);
      },
    });
  }

  /** Removes a channel; the conversations that were had by it stay. */
  removeChannel(id: string, channelId: string, options: WriteOptions): Promise<Contact> {
    return this.#write(id, options, {
      operation: 'removeChannel',
      needs: 'removeChannels',
      payload: channelId,
      perform: async (transaction, { channels = [] }, key) => {
        const others = channels.filter((channel) => channel.id !== channelId);
        const hasChanged = others.length < channels.length;
        if (hasChanged) await updateChannels(transaction, key, others);
        return this.#answer(transaction, key, hasChanged);
      },
    });
  }

  /** Deletes the contact with its conversations, messages and remembered answers: all of it, or nothing. */
  async delete(id: string, options: WriteOptions): Promise<void> {
    await this.#write(id, options, {
      operation: 'delete',
      needs: 'delete',
      payload: null,
      perform: async (transaction, contact, key) => {
        await this.#demandVersion(transaction, contact, options.version);
        await deleteEverything(transaction, key);
        await announceChange(transaction, key);
        return null;
      },
    });
  }

  /** Makes one contact of two, whose conversations and tags come together. */
  merge(id: string, otherId: string, given: MergeChoices, { otherVersion, ...options }: MergeOptions): Promise<Contact> {
    const choices = structuredClone(given);
    const others = isText(otherId) && otherId !== id ? [otherId] : [];
    return this.#write(id, options, {
      operation: 'merge',
      needs: 'merge',
      payload: { otherId, choices },
      others,
      perform: async (transaction, contact, key) => {
        const fields = await loadFields(transaction, this.#member);
        if (!mayChoose(choices, fields)) throw new ContactError('forbidden', { message: 'A field may not be changed' });
        const { workspaceId } = key;
        const other = others.length ? await findContact(transaction, { workspaceId, id: otherId }) : undefined;
        if (!other) throw new ContactError('invalid', { fields: [{ pointer: '/other', detail: 'must be another contact' }] });
        await this.#demandVersion(transaction, contact, options.version);
        if (otherVersion !== undefined && otherVersion !== other.version) throw await this.#conflict(transaction, contact);
        await mergeContacts(transaction, { workspaceId, contact, other }, choices);
        await announceChange(transaction, { workspaceId, id: otherId });
        return this.#answer(transaction, key, true);
      },
    });
  }

  async #write<T extends Contact | null>(id: string, { key: intentKey, signal }: WriteOptions, write: Write<T>): Promise<T> {
    signal.throwIfAborted();
    const { workspaceId, id: userId } = this.#member;
    const key = { workspaceId, id };
    const intent = { workspaceId, userId, contactId: id, key: intentKey, operation: write.operation, payload: write.payload };
    return this.#database.transaction(async (transaction) => {
      const contact = await lockContact(transaction, key, write.others);
      const isAllowed = permissionsFor(this.#member)[write.needs];
      const replay = isAllowed ? await recallAnswer<T>(transaction, intent) : undefined;
      if (replay) return this.#shown(transaction, replay.answer);
      if (!contact) throw await absence(transaction, key);
      if (!isAllowed) throw new ContactError('forbidden');
      const answer = await write.perform(transaction, contact, key);
      await rememberAnswer(transaction, intent, answer);
      return this.#shown(transaction, answer);
    });
  }

  async #demandVersion(transaction: Queryable, contact: Contact, version: string | undefined): Promise<void> {
    if (version !== undefined && version !== contact.version) throw await this.#conflict(transaction, contact);
  }

  async #conflict(transaction: Queryable, contact: Contact): Promise<ContactError> {
    const current = asSeenBy(this.#member, contact, await loadFields(transaction, this.#member));
    return new ContactError('conflict', { current });
  }

  async #afterTagging(transaction: Queryable, key: ContactKey, hasChanged: boolean): Promise<Contact> {
    if (hasChanged) await touchContact(transaction, key);
    return this.#answer(transaction, key, hasChanged);
  }

  async #answer(transaction: Queryable, key: ContactKey, hasChanged: boolean): Promise<Contact> {
    if (hasChanged) await announceChange(transaction, key);
    const contact = await findContact(transaction, key);
    if (!contact) throw await absence(transaction, key);
    return contact;
  }

  /** An answer as the member may see it now, which may be another day than the one on which it was remembered. */
  async #shown<T extends Contact | null>(transaction: Queryable, answer: T): Promise<T> {
    return answer && (asSeenBy(this.#member, answer, await loadFields(transaction, this.#member)) as T);
  }

  async #people(transaction: Queryable): Promise<ReadonlyMap<string, Person>> {
    const colleagues = await listColleagues(transaction, this.#member);
    return new Map(colleagues.map((colleague) => [colleague.id, asPerson(colleague)]));
  }
}

/** Why there is no such contact: it was deleted, it is part of another one, or the member's workspace has never had it. */
export async function absence(database: Queryable, key: ContactKey): Promise<ContactError> {
  const gone = await findGone(database, key);
  return gone ? new ContactError('gone', gone) : new ContactError('not-found');
}

async function deleteEverything(transaction: Queryable, { workspaceId, id }: ContactKey): Promise<void> {
  const statements = [
    `DELETE FROM messages m USING conversations c
     WHERE m.workspace_id = $1 AND c.workspace_id = $1 AND c.id = m.conversation_id AND c.contact_id = $2`,
    'DELETE FROM conversations WHERE workspace_id = $1 AND contact_id = $2',
    'DELETE FROM contacts WHERE workspace_id = $1 AND id = $2',
    'UPDATE deleted_contacts SET merged_into = NULL WHERE workspace_id = $1 AND merged_into = $2',
    'INSERT INTO deleted_contacts (workspace_id, id) VALUES ($1, $2)',
  ];
  for (const statement of statements) await transaction.query(statement, [workspaceId, id]);
  await forgetAnswers(transaction, workspaceId, id);
}
