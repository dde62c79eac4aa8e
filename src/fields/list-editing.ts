import type { FieldEditing } from '../core/field-types.js';

/** Choosing one of the definition's options. */
export const listEditing: FieldEditing = {
  input: 'select',
};
