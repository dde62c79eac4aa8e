import type { Contact, FieldValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { fieldType } from '../../core/field-type.js';
import { matchesPattern, patternOf } from '../../core/pattern.js';
import type { LinearTest } from '../../core/pattern.js';
import { isSameValue } from '../../core/merge-patch.js';
import { isolate } from '../../i18n/isolate.js';
import type { Messages } from '../../i18n/messages.js';
import { editingOf } from '../../fields/field-editing.js';

/** What tests slow patterns, once it is loaded; empty where it could not be: the source still checks. */
let engine: { readonly linearTest?: LinearTest } | undefined;

/** Whether everything is there that it takes to check a field. */
export function canCheck({ pattern, type }: FieldDefinition): boolean {
  return engine !== undefined || pattern === undefined || (patternOf(pattern)?.isQuick !== false && type !== 'textarea');
}

/** Loads what it takes to check these fields, where it is not there already. */
export async function loadChecks(definitions: readonly FieldDefinition[]): Promise<void> {
  if (!definitions.every(canCheck)) engine = await import('../../core/linear-test.js').catch(() => ({}));
}

/** What is wrong with a value, in the reader's words; `undefined` where nothing is. What was there before may stay. */
export function complaintAbout(
  definition: FieldDefinition,
  value: FieldValue,
  was: FieldValue,
  contact: Contact,
  { atLeast, atMost, complaints, no, twoReadings, yes }: Messages,
  lang: string,
): string | undefined {
  if (value === null) return definition.required ? complaints.required : undefined;
  if (isSameValue(value, was)) return undefined;
  if (typeof value === 'string') {
    if (definition.maxLength !== undefined && [...value].length > definition.maxLength) return complaints.tooLong;
    if (definition.pattern !== undefined && !matchesPattern(value, definition.pattern, engine?.linearTest))
      return definition.patternHint ?? complaints.pattern;
  }
  const { check, order = asItIs } = editingOf(definition) ?? {};
  const complaint = check?.(value, definition, contact, lang);
  if (typeof complaint === 'object') {
    const [one, other] = complaint.readings;
    return twoReadings(isolate(one, lang), isolate(other, lang));
  }
  if (complaint) return complaints[complaint];
  const { max, min, type } = definition;
  const write = (limit: FieldValue) => isolate(fieldType(type).text(limit, { definition, lang, words: { no, yes } }), lang);
  if (min !== undefined && isBeyond(order(min), order(value))) return atLeast(write(min));
  return max !== undefined && isBeyond(order(value), order(max)) ? atMost(write(max)) : undefined;
}

function asItIs(value: FieldValue): FieldValue {
  return value;
}

/** Whether the first is more than the second: numbers by size, texts in the order of their characters. */
function isBeyond(first: FieldValue, second: FieldValue): boolean {
  if (typeof first === 'number' || typeof second === 'number') return Number(first ?? NaN) > Number(second ?? NaN);
  return typeof first === 'string' && typeof second === 'string' && first > second;
}
