import type { FieldType } from '../core/field-type.js';
import { plainText } from './text.js';

/** One of a few options, by its label; a stored value that is no option any more is shown as it is. */
export const listField: FieldType = {
  name: 'list',
  text: (value, { definition }) => {
    if (value === null) return '';
    return definition.options?.find((option) => option.value === value)?.label ?? plainText(value);
  },
  edit: async () => (await import('./list-editing.js')).listEditing,
};
