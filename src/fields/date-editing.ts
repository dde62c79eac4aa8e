import type { FieldEditing } from '../core/field-type.js';

/** Editing a day in the platform's date control, which gives `YYYY-MM-DD` or nothing. */
export const dateEditing: FieldEditing = {
  input: 'date',
};
