import type { FieldEditing } from '../core/field-type.js';

/** Choosing a person of the team; who there is, the source says. */
export const personEditing: FieldEditing = {
  input: 'search',
  choose: ({ value: id, label: name, avatarUrl }) => ({ id, name, ...(avatarUrl !== undefined && { avatarUrl }) }),
};
