import type { ContactAdapter, ContactSnapshot, TagReference } from '../core/adapter.js';
import type { Contact, Tag } from '../core/contact.js';
import { ContactError } from '../core/error.js';

/** An adapter over what the host has handed over, and the way to hand over something newer. */
export interface DataMode {
  readonly adapter: ContactAdapter;
  show(snapshot: ContactSnapshot): void;
}

/**
 * Data mode: the host hands over a contact instead of an adapter. Edits apply at once and are reported by the element's
 * events; the host's own objects stay as they are.
 */
export function dataMode(): DataMode {
  let snapshot: ContactSnapshot | undefined;
  const current = (id: string): ContactSnapshot => {
    if (snapshot?.contact.id !== id) throw new ContactError('not-found');
    return snapshot;
  };
  const change = (id: string, update: (contact: Contact) => Contact): Contact => {
    const { contact, ...rest } = current(id);
    snapshot = { ...rest, contact: update(contact) };
    return snapshot.contact;
  };
  return {
    show: (newer) => void (snapshot = newer),
    adapter: {
      load: async (id) => current(id),
      save: async (id, patch) => {
        const { fromPatch, withValues } = await import('../core/patch.js');
        return change(id, (contact) => withValues(contact, fromPatch(patch)));
      },
      addTag: async (id, reference) =>
        change(id, (contact) => ({ ...contact, tags: [...(contact.tags ?? []), toTag(reference)] })),
      removeTag: async (id, tagId) =>
        change(id, (contact) => ({ ...contact, tags: (contact.tags ?? []).filter((tag) => tag.id !== tagId) })),
      delete: async () => void (snapshot = undefined),
    },
  };
}

function toTag(reference: TagReference): Tag {
  return 'name' in reference ? { id: reference.name, name: reference.name } : { id: reference.id, name: reference.id };
}
