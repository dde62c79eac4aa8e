import type { Contact, FieldValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { isSameValue } from '../../core/merge-patch.js';
import type { Messages } from '../../i18n/messages.js';
import { editingOf } from '../../fields/field-editing.js';

/** What is wrong with a value, in the reader's words; `undefined` where nothing is. What was there before may stay. */
export function complaintAbout(
  definition: FieldDefinition,
  value: FieldValue,
  was: FieldValue,
  contact: Contact,
  { atLeast, atMost, complaints }: Messages,
): string | undefined {
  if (value === null) return definition.required ? complaints.required : undefined;
  if (isSameValue(value, was)) return undefined;
  if (typeof value === 'string') {
    if (definition.maxLength !== undefined && [...value].length > definition.maxLength) return complaints.tooLong;
    if (definition.pattern !== undefined && !matches(value, definition.pattern))
      return definition.patternHint ?? complaints.pattern;
  }
  const complaint = editingOf(definition)?.check?.(value, definition, contact);
  if (complaint) return complaints[complaint];
  if (isBeyond(definition.min, value)) return atLeast(String(definition.min));
  return isBeyond(value, definition.max) ? atMost(String(definition.max)) : undefined;
}

/** Whether the first is more than the second: numbers by size, dates and times by their text, which sorts as they do. */
function isBeyond(first: FieldValue | undefined, second: FieldValue | undefined): boolean {
  if (typeof first === 'number' || typeof second === 'number') return Number(first ?? NaN) > Number(second ?? NaN);
  return typeof first === 'string' && typeof second === 'string' && first > second;
}

/** As HTML's `pattern`: the whole text, Unicode. A pattern that is none stops nobody; the source still checks. */
function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(text);
  } catch {
    return true;
  }
}
