import type { FieldType } from '../core/field-type.js';
import { plainText } from './text.js';

/** Yes, no, or not known; the texts "true" and "false" are read as the values they name. */
export const checkboxField: FieldType = {
  name: 'checkbox',
  text: (value, { words }) => {
    const text = plainText(value);
    if (text === 'true') return words.yes;
    return text === 'false' ? words.no : text;
  },
  edit: async () => (await import('./checkbox-editing.js')).checkboxEditing,
};
