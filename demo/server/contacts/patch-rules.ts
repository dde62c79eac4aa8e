import {
  allFields,
  cleanAddress,
  ContactError,
  fromPatch,
  getValue,
  isSameValue,
  isStandardKey,
  patchErrors,
} from 'contact-details/server.js';
import type {
  Contact,
  ContactPatch,
  FieldDefinition,
  FieldError,
  FieldValue,
  FieldValues,
  Person,
} from 'contact-details/server.js';
import { isList, isNothing, isPerson, valueProblem } from './value-rules.js';

/** What a patch is checked against. */
export interface PatchContext {
  /** The fields, as the one who asks may use them. */
  readonly fields: readonly FieldDefinition[];
  /** The members of the workspace: the only persons there are. */
  readonly people: ReadonlyMap<string, Person>;
  /** The contact as it is: what it has already it may keep, whatever the rules say by now. */
  readonly contact: Contact;
}

/**
 * The values that a patch sets, checked, with every person taken from the workspace. Fails with `invalid`, naming all that
 * is wrong, or with `forbidden` where a field is not theirs to change. A hidden field is treated like one that does not
 * exist.
 */
export function checkedValues(patch: ContactPatch, { fields: definitions, people, contact }: PatchContext): FieldValues {
  const shapeErrors = patchErrors(patch);
  if (shapeErrors.length) throw new ContactError('invalid', { fields: shapeErrors });
  const fields = new Map(allFields(definitions).map((field) => [field.key, field]));
  const values = Object.entries(fromPatch(patch)).map(
    ([key, value]) =>
      [key, clean(withKnownPerson(value, people, getValue(contact, key)), fields.get(key), getValue(contact, key))] as const,
  );
  const errors = values.flatMap(([key, value]): FieldError[] => {
    const field = fields.get(key);
    const detail = !field
      ? 'is not a field'
      : value === undefined
        ? 'is not a member of the workspace'
        : problem(value, field, getValue(contact, key));
    return detail === undefined ? [] : [{ pointer: pointerOf(key), detail }];
  });
  const closed = values.map(([key]) => fields.get(key)).filter((field) => field && !isEditable(field));
  if (closed.length) throw new ContactError('forbidden', { message: 'A field may not be changed' });
  if (errors.length) throw new ContactError('invalid', { fields: errors });
  return Object.fromEntries(values.map(([key, value]) => [key, value === undefined || isNothing(value) ? null : value]));
}

/** The JSON Pointer of a field's value in a patch. */
export function pointerOf(key: string): string {
  const name = key.replaceAll('~', '~0').replaceAll('/', '~1');
  return isStandardKey(key) ? `/${name}` : `/custom/${name}`;
}

function isEditable({ readonly, access = 'edit' }: FieldDefinition): boolean {
  return !readonly && access === 'edit';
}

/** What is wrong with a value: nothing with one that is stored already, nor with stored choices that are kept. */
function problem(value: FieldValue, field: FieldDefinition, stored: FieldValue): string | undefined {
  const isKept = !isNothing(value) && isSameValue(value, stored);
  const kept = isList(value) && isList(stored) ? stored : [];
  const options = field.options && [...field.options, ...kept.map((choice) => ({ value: choice, label: choice }))];
  return isKept ? undefined : valueProblem(value, { ...field, ...(options && { options }) });
}

/** The value; an address without invisible characters, unless it is stored with them. */
function clean<T extends FieldValue | undefined>(value: T, field: FieldDefinition | undefined, stored: FieldValue): T | string {
  const isAddress = field?.type === 'email' || field?.type === 'url';
  return isAddress && typeof value === 'string' && value !== stored ? cleanAddress(value) : value;
}

/** The value itself; for a person, the one of that id or the one stored, `undefined` where there is none. */
function withKnownPerson(value: FieldValue, people: ReadonlyMap<string, Person>, stored: FieldValue): FieldValue | undefined {
  if (!isPerson(value)) return value;
  return people.get(value.id) ?? (isPerson(stored) && stored.id === value.id ? stored : undefined);
}
