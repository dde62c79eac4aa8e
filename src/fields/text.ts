import type { FieldType } from '../core/fields.js';

/** One line of text: the type of names, and of every type nobody has defined. */
export const textField: FieldType = {
  name: 'text',
  text: (value) => (value === null ? '' : typeof value === 'object' ? describe(value) : String(value)),
  control: { type: 'text', autocomplete: 'off' },
  parse: (text) => text.trim() || null,
};

function describe(value: object): string {
  return Array.isArray(value) ? value.join(', ') : 'name' in value ? String(value.name) : '';
}
