import { EVERYTHING, FIELDS, INES, seedOf } from '../people.js';
import { defineState } from '../state.js';

/** Permissions: what the source allows is what the panel offers. */
export const permissionStates = [
  defineState({
    id: 'read-only',
    title: 'Read only',
    description: 'The readonly attribute: everything can be read and copied, nothing changed.',
    attributes: { readonly: '' },
    seed: seedOf({ ...INES, id: 'c_2081' }),
  }),
  defineState({
    id: 'no-edit',
    title: 'Not allowed to edit',
    description: 'The source says so for this reader; messages can still be viewed.',
    seed: seedOf({ ...INES, id: 'c_2082' }, { can: { edit: false, editTags: false, viewMessages: true } }),
  }),
  defineState({
    id: 'no-tags',
    title: 'Tags may not be changed',
    description: 'Fields can be edited, tags only looked at.',
    seed: seedOf({ ...INES, id: 'c_2083' }, { can: { ...EVERYTHING, editTags: false } }),
  }),
  defineState({
    id: 'no-new-tags',
    title: 'No new tags',
    description: 'Existing tags are suggested; nobody can make another.',
    seed: seedOf({ ...INES, id: 'c_2084' }, { can: { ...EVERYTHING, createTags: false } }),
  }),
  defineState({
    id: 'delete-reason',
    title: 'Deleting, with a reason why not',
    description: 'In the menu the item is there, disabled, and says why.',
    seed: seedOf(
      { ...INES, id: 'c_2085' },
      { can: { ...EVERYTHING, delete: false, deleteReason: 'Only owners and managers can delete contacts.' } },
    ),
  }),
  defineState({
    id: 'blocked',
    title: 'Blocked, with a reason why not unblocked',
    description: 'Said beside the name. In the menu the item is there, disabled, and says why.',
    seed: seedOf(
      { ...INES, id: 'c_2087', isBlocked: true },
      { can: { ...EVERYTHING, block: false, blockReason: 'Only owners and managers can unblock contacts.' } },
    ),
  }),
  defineState({
    id: 'masked',
    title: 'Masked and view-only fields',
    description: 'A masked value is masked everywhere, its copy included.',
    seed: seedOf(
      { ...INES, id: 'c_2086' },
      {
        fields: [
          ...FIELDS,
          { key: 'phone', type: 'phone', access: 'mask' },
          { key: 'email', type: 'email', access: 'view', readonlyReason: 'Comes from the channel' },
        ],
      },
    ),
  }),
];
