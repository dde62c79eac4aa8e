import type { ContactAdapter, ContactSnapshot } from '../core/adapter.js';
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
  const edits = async (id: string) => {
    const { dataEdits } = await import('./data-edits.js');
    if (snapshot?.contact.id !== id) throw new ContactError('not-found');
    const { contact, ...rest } = snapshot;
    return dataEdits(contact, (changed) => {
      snapshot = { ...rest, contact: changed };
      return changed;
    });
  };
  return {
    show: (newer) => void (snapshot = newer),
    adapter: {
      load: () => (snapshot ? Promise.resolve(snapshot) : Promise.reject(new ContactError('not-found'))),
      save: async (id, patch) => (await edits(id)).save(patch),
      addTag: async (id, reference) => (await edits(id)).addTag(reference),
      removeTag: async (id, tagId) => (await edits(id)).removeTag(tagId),
      delete: async () => void (snapshot = undefined),
    },
  };
}
