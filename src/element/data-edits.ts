import type { TagReference } from '../core/adapter.js';
import type { Contact, ContactPatch } from '../core/contact.js';
import { fromPatch, withValues } from '../core/merge-patch.js';

/** What editing does to a contact that the host has handed over; comes with the editors. */
export interface DataEdits {
  save(patch: ContactPatch): Contact;
  addTag(reference: TagReference): Contact;
  removeTag(tagId: string): Contact;
}

/** The edits of this contact; each answer is also told to `keep`. */
export function dataEdits(contact: Contact, keep: (changed: Contact) => Contact): DataEdits {
  const { tags = [] } = contact;
  return {
    save: (patch) => keep(withValues(contact, fromPatch(patch))),
    addTag: (reference) => {
      const name = 'name' in reference ? reference.name : reference.id;
      return keep({ ...contact, tags: [...tags, { id: name, name }] });
    },
    removeTag: (tagId) => keep({ ...contact, tags: tags.filter(({ id }) => id !== tagId) }),
  };
}
