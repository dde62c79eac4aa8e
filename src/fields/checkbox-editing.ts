import type { FieldEditing } from '../core/field-type.js';

/** Choosing yes, no, or no answer: a box that is ticked or not could not say the third. */
export const checkboxEditing: FieldEditing = {
  input: 'select',
  options: ({ words }) => [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ],
  parse: (text) => (text === 'true' || text === 'false' ? text === 'true' : text || null),
};
