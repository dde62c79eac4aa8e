import type { ContactAdapter } from '../core/adapter.js';
import type { Permissions } from '../core/permissions.js';

/** What the person can do here: what the source can do and allows. */
export interface Abilities {
  readonly edit: boolean;
  /** Several email addresses and phone numbers. */
  readonly editEntries: boolean;
  /** Fields whose values only the source can suggest, such as persons. */
  readonly suggest: boolean;
  readonly addTags: boolean;
  readonly createTags: boolean;
  readonly removeTags: boolean;
  readonly viewMessages: boolean;
  readonly block: boolean;
  /** Shown with the disabled menu item, where the source says why blocking is not allowed. */
  readonly blockReason: string | undefined;
  readonly removeChannels: boolean;
  readonly export: boolean;
  readonly delete: boolean;
  /** Shown with the disabled menu item, where the source says why deleting is not allowed. */
  readonly deleteReason: string | undefined;
  readonly merge: boolean;
  /** The same for merging. */
  readonly mergeReason: string | undefined;
}

/**
 * A missing method hides its ability. A missing permission allows, except for what sources did not always have, and for deleting:
 * they need an explicit yes.
 */
export function abilitiesOf(adapter: ContactAdapter, can: Permissions, isReadonly: boolean): Abilities {
  const { removeEntry, saveEntry } = adapter;
  const editTags = !isReadonly && can.editTags !== false;
  return {
    edit: !isReadonly && can.edit !== false && adapter.save !== undefined,
    editEntries: !isReadonly && can.editEntries === true && saveEntry !== undefined && removeEntry !== undefined,
    suggest: adapter.suggestOptions !== undefined,
    addTags: editTags && adapter.addTag !== undefined,
    createTags: can.createTags !== false,
    removeTags: editTags && adapter.removeTag !== undefined,
    viewMessages: can.viewMessages !== false,
    block: !isReadonly && can.block === true && adapter.setBlocked !== undefined,
    blockReason: isReadonly || can.block ? undefined : can.blockReason,
    removeChannels: !isReadonly && can.removeChannels === true && adapter.removeChannel !== undefined,
    export: can.export === true,
    delete: !isReadonly && can.delete === true && adapter.delete !== undefined,
    deleteReason: isReadonly || can.delete ? undefined : can.deleteReason,
    merge: !isReadonly && can.merge === true && Boolean(adapter.merge && adapter.suggestDuplicates),
    mergeReason: isReadonly || can.merge ? undefined : can.mergeReason,
  };
}
