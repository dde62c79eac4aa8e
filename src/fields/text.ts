import type { FieldValue } from '../core/contact.js';
import type { FieldType } from '../core/field-type.js';

/** One line of text: the type of names, and of every type nobody has defined. */
export const textField: FieldType = {
  name: 'text',
  text: (value) => plainText(value),
  edit: async () => (await import('./text-editing.js')).textEditing,
};

/** Any value as text: a person by name, several texts with commas, nothing as an empty text. */
export function plainText(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return 'name' in value ? value.name : value.join(', ');
}
