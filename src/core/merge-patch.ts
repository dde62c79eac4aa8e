import { isStandardKey } from './contact.js';
import type { Contact, ContactPatch, FieldValue, FieldValues } from './contact.js';
import { ownValue } from './own-value.js';

/** The merge patch that sets these values, and nothing else. */
export function toPatch(values: FieldValues): ContactPatch {
  const standard = Object.entries(values).filter(([key]) => isStandardKey(key));
  const custom = Object.entries(values).filter(([key]) => !isStandardKey(key));
  return {
    ...Object.fromEntries(standard),
    ...(custom.length ? { custom: Object.fromEntries(custom) } : {}),
  };
}

/** The values a merge patch sets, by field key: the reverse of `toPatch`. */
export function fromPatch(patch: ContactPatch): FieldValues {
  const { custom = {}, ...standard } = patch;
  return Object.fromEntries([...Object.entries(standard), ...Object.entries(custom)]);
}

/**
 * The contact with these values in place, of which it is not known where they come from; `null` removes a value. The contact itself is
 * left as it is.
 */
export function withValues(contact: Contact, values: FieldValues): Contact {
  const patch = toPatch(values);
  return compact({
    ...contact,
    ...patch,
    ...(patch.custom ? { custom: compact({ ...contact.custom, ...patch.custom }) } : {}),
    provenance:
      contact.provenance &&
      compact({ ...contact.provenance, ...Object.fromEntries(Object.keys(values).map((key) => [key, null])) }),
  }) as Contact;
}

/** The keys of an edit whose values differ from those it began with. */
export function changedKeys(edit: { readonly values: FieldValues; readonly baseValues: FieldValues }): readonly string[] {
  const { values, baseValues } = edit;
  return Object.keys(values).filter((key) => !isSameValue(ownValue(values, key), ownValue(baseValues, key)));
}

/** Whether two values mean the same: no value, an empty text and no choices are one, and persons are compared by id. */
export function isSameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return comparable(a) === comparable(b);
}

function comparable(value: FieldValue | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value !== 'object') return `${typeof value} ${String(value)}`;
  if ('id' in value) return `person ${value.id}`;
  return value.length ? JSON.stringify(value) : '';
}

function compact(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined));
}
