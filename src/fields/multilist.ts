import type { FieldType } from '../core/field-type.js';
import { listField } from './list.js';
import { plainText } from './text.js';

/** Several of a few options, by their labels; a stored value that is no option any more is shown as it is. */
export const multilistField: FieldType = {
  name: 'multilist',
  text: (value, context) => {
    if (!Array.isArray(value)) return plainText(value);
    const labels = value.map((item: string) => listField.text(item, context));
    return new Intl.ListFormat([context.lang, 'en'], { style: 'narrow' }).format(labels);
  },
  edit: async () => (await import('./multilist-editing.js')).multilistEditing,
};
