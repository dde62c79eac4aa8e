import type { FieldEditing } from '../core/field-type.js';

/** Editing a time of day in the platform's control, which gives `HH:MM` (with seconds where the value had some) or nothing. */
export const timeEditing: FieldEditing = {
  input: 'time',
};
