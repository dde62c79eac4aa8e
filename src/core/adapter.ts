import type { Contact, ContactPatch, EntryList, Person, Tag } from './contact.js';
import type { EntryPatch } from './entries.js';
import type { FieldDefinition, Option } from './field-definition.js';
import type { Permissions } from './permissions.js';

/** What a source answers for one contact. */
export interface ContactSnapshot {
  readonly contact: Contact;
  /** The custom fields, in the order in which they are shown; a standard field's key refines that field. */
  readonly fields?: readonly FieldDefinition[];
  readonly can?: Permissions;
  /** Paths of definitions and custom values that could not be understood: such a field is shown only. */
  readonly odd?: readonly string[];
  /** Who is asking, where that is somebody whom contacts can be assigned to. */
  readonly me?: Person;
}

/** What accompanies every write. */
export interface WriteOptions {
  /** The version the write is based on; absent where the source gives none. */
  readonly version?: string;
  /** Idempotency key: one per user intent, the same on every retry. */
  readonly key: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * Whose value is kept when two contacts become one, by the key of a field, `displayName` or `avatarUrl`. Of a key that is not named,
 * this contact's value is kept, or the other's where it has none.
 */
export type MergeChoices = Readonly<Record<string, 'this' | 'other'>>;

/** What accompanies a merge; `version` is that of the contact which stays. */
export interface MergeOptions extends WriteOptions {
  /** The version of the other contact that the choices are based on; absent where the source gives none. */
  readonly otherVersion?: string;
}

/** A contact that may be the same person as another one. */
export interface DuplicateContact {
  readonly contact: Contact;
  /** What both have in common; nothing for one that was searched for. */
  readonly reasons: readonly DuplicateReason[];
}

export type DuplicateReason = 'email' | 'phone' | 'name';

/** A tag to add: one the source knows, by id, or a new one, by name. */
export type TagReference = { readonly id: string } | { readonly name: string };

/**
 * How the panel reaches contacts: the one thing a host writes. Only `load` is required; a method that is missing is an
 * ability that hides itself. Failures are thrown as `ContactError`; whatever is returned is parsed before it is used.
 */
export interface ContactAdapter {
  /** Reads one contact. Fails with `not-found` when there is none that the reader may see. */
  load(id: string, options: { readonly signal: AbortSignal }): Promise<ContactSnapshot>;
  /**
   * Applies a merge patch and answers the contact as it is then, or nothing: then it is read. Fails with `conflict` when `version`
   * is outdated.
   */
  save?(id: string, patch: ContactPatch, options: WriteOptions): Promise<Contact | void>;
  /**
   * Applies a merge patch to the email address, or the phone number, of that value; where there is none, it is added. The one made
   * primary is `email`, or `phone`, from then on. Two people who add at once lose nothing.
   */
  saveEntry?(id: string, list: EntryList, value: string, patch: EntryPatch, options: WriteOptions): Promise<Contact | void>;
  /** Removes one of them; after the primary one, the next is primary. Removing what is not there changes nothing. */
  removeEntry?(id: string, list: EntryList, value: string, options: WriteOptions): Promise<Contact | void>;
  /** Adds one tag; a name that folds like an existing tag's uses that tag. Adding a tag twice changes nothing. */
  addTag?(id: string, tag: TagReference, options: WriteOptions): Promise<Contact | void>;
  /** Removes one tag. Removing a tag that is not there changes nothing. */
  removeTag?(id: string, tagId: string, options: WriteOptions): Promise<Contact | void>;
  /** Existing tags that match what was typed, best first. */
  suggestTags?(query: string, options: { readonly limit: number; readonly signal: AbortSignal }): Promise<readonly Tag[]>;
  /** Choices for a field that is searched (a person, a long list), best first. */
  suggestOptions?(
    fieldKey: string,
    query: string,
    options: { readonly limit: number; readonly signal: AbortSignal },
  ): Promise<readonly Option[]>;
  /** Blocks the contact, or lets them write again. Blocking who is blocked changes nothing. */
  setBlocked?(id: string, isBlocked: boolean, options: WriteOptions): Promise<Contact | void>;
  /** Removes one channel, and keeps what has been written by it. Removing a channel that is not there changes nothing. */
  removeChannel?(id: string, channelId: string, options: WriteOptions): Promise<Contact | void>;
  /** Deletes the contact and everything that belongs to it. */
  delete?(id: string, options: WriteOptions): Promise<void>;
  /** Contacts that may be the same person, likeliest first; where something was typed, those that it finds, save this one. */
  suggestDuplicates?(
    id: string,
    options: { readonly query: string; readonly limit: number; readonly signal: AbortSignal },
  ): Promise<readonly DuplicateContact[]>;
  /**
   * Makes one contact of two, all of it or nothing: values as chosen, the tags of both, and whatever belongs to the other contact,
   * whose id is then `gone`, with `mergedInto`. Answers the contact as it is then, or nothing: then it is read. Fails with
   * `conflict` when one of the versions is outdated, and with `invalid` and the pointer `/other` where there is no other contact.
   */
  merge?(id: string, otherId: string, choices: MergeChoices, options: MergeOptions): Promise<Contact | void>;
  /**
   * Calls back with the contact, or at least its id and version, whenever it changed; returns the function that stops it.
   * It says that there is something to read: whoever hears it reads.
   */
  watch?(id: string, onChange: (contact: Contact) => void): () => void;
}

/** What answers a write with the contact as it is then. */
export interface AnsweringAdapter extends ContactAdapter {
  save?(id: string, patch: ContactPatch, options: WriteOptions): Promise<Contact>;
  saveEntry?(id: string, list: EntryList, value: string, patch: EntryPatch, options: WriteOptions): Promise<Contact>;
  removeEntry?(id: string, list: EntryList, value: string, options: WriteOptions): Promise<Contact>;
  addTag?(id: string, tag: TagReference, options: WriteOptions): Promise<Contact>;
  removeTag?(id: string, tagId: string, options: WriteOptions): Promise<Contact>;
  setBlocked?(id: string, isBlocked: boolean, options: WriteOptions): Promise<Contact>;
  removeChannel?(id: string, channelId: string, options: WriteOptions): Promise<Contact>;
  merge?(id: string, otherId: string, choices: MergeChoices, options: MergeOptions): Promise<Contact>;
}
