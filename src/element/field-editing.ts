import type { Contact, FieldValue } from '../core/contact.js';
import { fieldType } from '../core/field-type.js';
import type { FieldEditing, FieldType } from '../core/field-type.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { plainText } from '../fields/text.js';

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

/** What an editor starts with: the value as text, where the editor is for typing; the value itself, where it is for choosing. */
export function typedOf(definition: FieldDefinition, value: FieldValue): FieldValue {
  return isChosen(editingOf(definition)) ? value : plainText(value);
}

/** The value of what was typed or chosen. What has not been changed is the value that was there, however that was written. */
export function valueOf(definition: FieldDefinition, typed: FieldValue, was: FieldValue, contact: Contact): FieldValue {
  const editing = editingOf(definition);
  if (isChosen(editing)) return Array.isArray(typed) && !typed.length ? null : typed;
  const text = plainText(typed);
  if (text === plainText(was)) return was;
  return editing?.parse ? editing.parse(text, contact) : text || null;
}

function isChosen(editing: FieldEditing | undefined): boolean {
  return editing?.input === 'search' || editing?.input === 'checkboxes' || editing?.fromControl !== undefined;
}
