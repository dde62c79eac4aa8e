import type { FieldType } from '../core/field-type.js';
import { textField } from './text.js';

/** A text of several lines. */
export const textareaField: FieldType = {
  ...textField,
  name: 'textarea',
  edit: async () => (await import('./textarea-editing.js')).textareaEditing,
};
