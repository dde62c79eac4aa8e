import type { FieldEditing } from '../core/field-type.js';

/** Editing one line of text; white space around it is no part of it. */
export const textEditing: FieldEditing = {
  input: 'text',
  parse: (text) => text.trim() || null,
};
