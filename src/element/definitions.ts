import { isStandardKey } from '../core/contact.js';
import { allFields, fieldType } from '../core/fields.js';
import type { FieldDefinition } from '../core/fields.js';
import type { ReadingMessages } from '../i18n/messages.js';
import type { View } from './panel.js';

/** The fields to show, in order; a status without options of its own gets the usual ones. */
export function definitionsFor(fields: readonly FieldDefinition[], { statuses }: ReadingMessages): readonly FieldDefinition[] {
  const options = Object.entries(statuses).map(([value, label]) => ({ value, label }));
  return allFields(fields).map((field) => (field.key === 'status' ? { options, ...field } : field));
}

/** The fields that make the name, which are edited together. */
export const NAME_KEYS = ['firstName', 'lastName'];

/** The definition of a field, a plain text where the source has none. */
export function definitionOf(key: string, { definitions }: Pick<View, 'definitions'>): FieldDefinition {
  return definitions.find((definition) => definition.key === key) ?? { key, type: 'text' };
}

/** What a field is called: by the source, or in the reader's language. */
export function labelOf({ key, label }: FieldDefinition, { messages }: Pick<View, 'messages'>): string {
  return label ?? (isStandardKey(key) ? messages.fields[key] : key);
}

/** Whether the person may change the field here: allowed by the source, and of a type that has an editor. */
export function isEditable(
  { access = 'edit', readonly, type }: FieldDefinition,
  { abilities }: Pick<View, 'abilities'>,
): boolean {
  const { edit, isSuggested = false } = fieldType(type);
  return abilities.edit && access === 'edit' && readonly !== true && edit !== undefined && (!isSuggested || abilities.suggest);
}
