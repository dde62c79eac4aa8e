import type { FieldEditing } from '../core/field-type.js';
import { countryOf, formatAsTyped, phoneProblem, toE164 } from './phone-number.js';
import { plainText } from './text.js';

/**
 * Editing a phone number: formatted as it is typed, saved as E.164 where its country is known, and kept as it was typed
 * where it is not.
 */
export const phoneEditing: FieldEditing = {
  input: 'tel',
  format: ({ text, caret }, { country }, edit) => formatAsTyped(text, caret, country, edit),
  parse: (text, { country }) => (text.trim() ? toE164(text.trim(), country) : null),
  implies: (value) => {
    const country = countryOf(plainText(value));
    return country === undefined ? {} : { country };
  },
  check: (value, _, { country }) => (value === null ? undefined : phoneProblem(plainText(value), country)),
};
