import { fieldType } from '../core/fields.js';
import type { FieldDefinition, FieldEditing, FieldType } from '../core/fields.js';

const loaded = new WeakMap<FieldType, FieldEditing>();

/** Loads what it takes to edit these fields; at once where it is there. A field that nobody can edit is a `TypeError`. */
export async function loadEditing(definitions: readonly FieldDefinition[]): Promise<void> {
  for (const { type: name } of definitions) {
    const type = fieldType(name);
    const editing = loaded.get(type) ?? (await type.edit?.());
    if (!editing) throw new TypeError('Fields of this type are not edited');
    loaded.set(type, editing);
  }
}

/** How a field is edited, `undefined` where that has not been loaded. */
export function editingOf({ type }: FieldDefinition): FieldEditing | undefined {
  return loaded.get(fieldType(type));
}
