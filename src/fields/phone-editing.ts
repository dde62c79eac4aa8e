import type { FieldEditing } from '../core/fields.js';
import { textEditing } from './text-editing.js';
import { plainText } from './text.js';

/** Editing a phone number: digits and what people put between them. It is kept as it was typed. */
export const phoneEditing: FieldEditing = {
  ...textEditing,
  input: 'tel',
  check: (value) => (value !== null && !/^\+?[\d\s().\-/]{3,30}$/u.test(plainText(value)) ? 'phone' : undefined),
};
