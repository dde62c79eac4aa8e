import type { FieldValue } from '../core/contact.js';
import type { FieldEditing, FieldType } from '../core/field-type.js';
import { isBlank } from '../core/invisible-text.js';

/** How one line of text is edited; white space around it is no part of the value, and what shows nothing is none. */
export const lineEditing: FieldEditing = {
  input: 'text',
  parse: (text) => (isBlank(text) ? null : text.trim()),
};

/** One line of text: the type of names, and of every type nobody has defined. */
export const textField: FieldType = {
  name: 'text',
  text: (value) => plainText(value),
  edit: lineEditing,
};

/** A text of several lines, kept as it is typed; what shows nothing is no value. */
export const textareaField: FieldType = {
  name: 'textarea',
  text: (value) => plainText(value),
  edit: {
    input: 'textarea',
    parse: (text) => (isBlank(text) ? null : text),
  },
};

/** Any value as text: a person by name, several texts with commas, nothing as an empty text. */
export function plainText(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return 'name' in value ? value.name : value.join(', ');
}
