import type { ContactAdapter, ContactSnapshot, TagReference } from '../core/adapter.js';
import { ContactError } from '../core/error.js';
import type { Contact, EntryList } from '../core/contact.js';
import type { EntryPatch } from '../core/entries.js';
import { fromPatch } from '../core/merge-patch.js';
import { withChange } from '../store/change.js';
import type { Effect } from '../store/change.js';

/**
 * An adapter over a contact that the host has handed over instead of an adapter. Edits apply at once and are reported by the
 * element's events; the host's own objects stay as they are.
 */
export class GivenContact implements ContactAdapter {
  /** Whether the contact has changed since the host has handed it over. */
  isEdited = false;
  #snapshot: ContactSnapshot | undefined;

  /** Takes in what the host has handed over last. */
  show(snapshot: ContactSnapshot): void {
    this.#snapshot = snapshot;
    this.isEdited = false;
  }

  async load(): Promise<ContactSnapshot> {
    return this.#given();
  }

  async save(id: string, patch: Parameters<NonNullable<ContactAdapter['save']>>[1]): Promise<Contact> {
    return this.#change(id, { kind: 'fields', values: fromPatch(patch) });
  }

  async saveEntry(id: string, list: EntryList, value: string, patch: EntryPatch): Promise<Contact> {
    return this.#change(id, { kind: 'entry', list, value, patch });
  }

  async removeEntry(id: string, list: EntryList, value: string): Promise<Contact> {
    return this.#change(id, { kind: 'entry', list, value });
  }

  async addTag(id: string, reference: TagReference): Promise<Contact> {
    const name = 'name' in reference ? reference.name : reference.id;
    return this.#change(id, { kind: 'tag-addition', tag: { id: name, name } });
  }

  async removeTag(id: string, tagId: string): Promise<Contact> {
    return this.#change(id, { kind: 'tag-removal', tag: { id: tagId, name: '' } });
  }

  async setBlocked(id: string, isBlocked: boolean): Promise<Contact> {
    return this.#change(id, { kind: isBlocked ? 'block' : 'unblock' });
  }

  async removeChannel(id: string, channelId: string): Promise<Contact> {
    return this.#change(id, { kind: 'channel-removal', channel: { id: channelId } });
  }

  async delete(): Promise<void> {
    this.#snapshot = undefined;
  }

  #given(): ContactSnapshot {
    if (!this.#snapshot) throw new ContactError('not-found');
    return this.#snapshot;
  }

  #change(id: string, change: Effect): Contact {
    const snapshot = this.#given();
    if (snapshot.contact.id !== id) throw new ContactError('not-found');
    const contact = withChange(snapshot.contact, change);
    this.#snapshot = { ...snapshot, contact };
    this.isEdited = true;
    return contact;
  }
}
