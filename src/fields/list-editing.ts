import type { FieldEditing } from '../core/fields.js';

/** Choosing one of the definition's options. */
export const listEditing: FieldEditing = {
  input: 'select',
};
