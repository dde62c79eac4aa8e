import { isStandardKey } from '../../../src/core/contact.js';
import type { ContactPatch, FieldValues, Person } from '../../../src/core/contact.js';
import { ContactError } from '../../../src/core/error.js';
import type { FieldError } from '../../../src/core/error.js';
import { allFields } from '../../../src/core/fields.js';
import type { FieldDefinition } from '../../../src/core/fields.js';
import { fromPatch } from '../../../src/core/patch.js';
import { patchErrors } from '../../../src/adapters/patch-errors.js';
import { valueProblem } from './value-rules.js';

/**
 * The values that a patch sets, checked against the fields as the one who asks may use them and with every person taken
 * from the colleagues. Fails with `invalid`, naming all that is wrong, or with `forbidden` where a field is not theirs to
 * change. A hidden field is treated like one that does not exist.
 */
export function checkedValues(
  patch: ContactPatch,
  definitions: readonly FieldDefinition[],
  colleagues: ReadonlyMap<string, Person>,
): FieldValues {
  const shapeErrors = patchErrors(patch);
  if (shapeErrors.length) throw new ContactError('invalid', { fields: shapeErrors });
  const fields = new Map(allFields(definitions).map((field) => [field.key, field]));
  const values = Object.entries(fromPatch(patch)).map(([key, value]) => [key, withKnownPerson(value, colleagues)] as const);
  const errors = values.flatMap(([key, value]): FieldError[] => {
    const field = fields.get(key);
    const detail = !field ? 'is not a field' : value === undefined ? 'is not a colleague' : valueProblem(value, field);
    return detail === undefined ? [] : [{ pointer: pointerOf(key), detail }];
  });
  const closed = values.map(([key]) => fields.get(key)).filter((field) => field && !isEditable(field));
  if (closed.length) throw new ContactError('forbidden', { message: 'A field may not be changed' });
  if (errors.length) throw new ContactError('invalid', { fields: errors });
  return Object.fromEntries(values.map(([key, value]) => [key, value === '' ? null : (value ?? null)]));
}

/** The JSON Pointer of a field's value in a patch. */
export function pointerOf(key: string): string {
  const name = key.replaceAll('~', '~0').replaceAll('/', '~1');
  return isStandardKey(key) ? `/${name}` : `/custom/${name}`;
}

function isEditable({ readonly, access = 'edit' }: FieldDefinition): boolean {
  return !readonly && access === 'edit';
}

/** The value itself; for a person, the colleague of that id, `undefined` where there is none. */
function withKnownPerson(value: FieldValues[string] | undefined, colleagues: ReadonlyMap<string, Person>) {
  const isPerson = typeof value === 'object' && value !== null && 'id' in value;
  return isPerson ? colleagues.get(value.id) : value;
}
