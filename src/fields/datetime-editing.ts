import type { FieldValue } from '../core/contact.js';
import type { FieldEditing } from '../core/field-type.js';
import { readDateTime } from './datetime.js';
import { plainText } from './text.js';

/**
 * Editing a moment by the reader's clock, in the platform's control, which knows no time zones: what is saved is in UTC. A
 * moment without a time zone stays without one. What is not changed is kept as it was written.
 */
export const datetimeEditing: FieldEditing = {
  input: 'datetime-local',
  toControl,
  fromControl: (text, was) => {
    if (!text) return null;
    if (text === toControl(was)) return was;
    const isFloating = readDateTime(plainText(was))?.hasOffset === false;
    return isFloating ? text : new Date(text).toISOString().replace('.000Z', 'Z');
  },
};

/** `YYYY-MM-DDTHH:MM` of the reader's clock, with seconds where there are any. */
function toControl(value: FieldValue): string {
  const moment = readDateTime(plainText(value));
  if (!moment) return '';
  const { time, hasOffset } = moment;
  // The clock's reading, written as if it were UTC: no other way of writing it is free of the reader's language.
  const shift = hasOffset ? new Date(time).getTimezoneOffset() * 60_000 : 0;
  return new Date(time - shift).toISOString().replace(/(:00)?\.\d+Z$/, '');
}
