import type { Contact, FieldValue } from '../core/contact.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { fieldType } from '../core/field-type.js';
import type { FieldEditing, FieldType } from '../core/field-type.js';
import { cleanAddress } from '../core/invisible-text.js';
import { plainText } from './text.js';

const loaded = new WeakMap<FieldType, FieldEditing>();

/** How a field is edited; `undefined` where it is not, or where that has not been loaded yet. */
export function editingOf({ type: name }: FieldDefinition): FieldEditing | undefined {
  const type = fieldType(name);
  return typeof type.edit === 'object' ? type.edit : loaded.get(type);
}

/** Loads what it takes to edit these fields, where it is not there already. A field that nobody can edit is a `TypeError`. */
export async function loadEditing(definitions: readonly FieldDefinition[]): Promise<void> {
  for (const definition of definitions.filter((each) => !editingOf(each))) {
    const type = fieldType(definition.type);
    if (typeof type.edit !== 'function') throw new TypeError('Fields of this type are not edited');
    loaded.set(type, await type.edit());
  }
}

/** What an editor starts with: the value itself, or its text where the value of that text is read from it. */
export function typedOf(definition: FieldDefinition, value: FieldValue): FieldValue {
  const editing = editingOf(definition);
  if (editing?.toControl) return editing.start?.(value) ?? value;
  return holdsValue(editing) ? value : plainText(value);
}

/**
 * The value of what was typed or chosen; an address comes without the invisible characters that were pasted with it. What has
 * not been changed is the value that was there, however that was written.
 */
export function valueOf(
  definition: FieldDefinition,
  typed: FieldValue,
  was: FieldValue,
  contact: Contact,
  lang: string,
): FieldValue {
  const editing = editingOf(definition);
  if (editing?.fromControl)
    return typed === typedOf(definition, was) ? was : editing.fromControl(typed, { definition, lang, was });
  if (holdsValue(editing) && typeof typed !== 'string') return Array.isArray(typed) && !typed.length ? null : typed;
  const given = plainText(typed);
  if (given === plainText(was)) return was;
  const text = editing?.input === 'email' || editing?.input === 'url' ? cleanAddress(given) : given;
  return editing?.parse ? editing.parse(text, contact) : text || null;
}

/** Whether a field is set by choosing one of a list, which saves it. */
export function isChoice(definition: FieldDefinition): boolean {
  const input = editingOf(definition)?.input;
  return input === 'select' || input === 'search';
}

/** Whether a draft of the field holds the value chosen, and no text. */
function holdsValue(editing: FieldEditing | undefined): boolean {
  return editing !== undefined && ['select', 'search', 'checkboxes'].includes(editing.input);
}
