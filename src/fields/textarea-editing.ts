import type { FieldEditing } from '../core/field-type.js';

/** Editing a text of several lines: kept as it is typed; nothing but white space is no text. */
export const textareaEditing: FieldEditing = {
  input: 'textarea',
  parse: (text) => (text.trim() ? text : null),
};
