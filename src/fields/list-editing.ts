import type { FieldEditing } from '../core/field-type.js';

/** Choosing one of the definition's options. */
export const listEditing: FieldEditing = {
  input: 'select',
};
