import { isStandardKey } from '../core/contact.js';
import { fieldType } from '../core/field-type.js';
import { allFields } from '../core/field-definition.js';
import type { FieldDefinition } from '../core/field-definition.js';
import type { ReadingMessages } from '../i18n/messages.js';
import type { View } from './panel.js';

/**
 * The fields to show, in order: those the source has pinned, the standard ones, those without a group, then group by group.
 * A status without options of its own gets the usual ones.
 */
export function definitionsFor(fields: readonly FieldDefinition[], { statuses }: ReadingMessages): readonly FieldDefinition[] {
  const options = Object.entries(statuses).map(([value, label]) => ({ value, label }));
  const all = allFields(fields).map((field) => (field.key === 'status' ? { options, ...field } : field));
  const groups = ['', ...new Set(all.map(groupOf))];
  return [
    ...all.filter(({ pinned }) => pinned),
    ...[...new Set(groups)].flatMap((group) => all.filter((field) => !field.pinned && groupOf(field) === group)),
  ];
}

/** The group a field is shown in; an empty text for those above all groups: the pinned and the standard ones. */
export function groupOf({ group = '', key, pinned }: FieldDefinition): string {
  return pinned || isStandardKey(key) ? '' : group;
}

/** The fields that make the name, which are edited together. */
export const NAME_KEYS = ['firstName', 'lastName'];

/** How many options are few enough to be pressed where the value stands. */
const PRESSABLE = 4;

/** The definition of a field, a plain text where the source has none. */
export function definitionOf(key: string, { definitions }: Pick<View, 'definitions'>): FieldDefinition {
  return definitions.find((definition) => definition.key === key) ?? { key, type: 'text' };
}

/** What a field is called: by the source, or in the reader's language. */
export function labelOf({ key, label }: FieldDefinition, { messages }: Pick<View, 'messages'>): string {
  return label ?? (isStandardKey(key) ? messages.fields[key] : key);
}

/** The id of a field's control: made of its place, since keys are data and stay out of ids. */
export function inputIdOf({ key }: FieldDefinition, { definitions }: Pick<View, 'definitions'>): string {
  return `field-${definitions.findIndex((definition) => definition.key === key)}`;
}

/** Whether the person may change the field here: allowed by the source, and of a type that has an editor. */
export function isEditable(
  { access = 'edit', readonly, type }: FieldDefinition,
  { abilities }: Pick<View, 'abilities'>,
): boolean {
  const { edit, isSuggested = false } = fieldType(type);
  return abilities.edit && access === 'edit' && readonly !== true && edit !== undefined && (!isSuggested || abilities.suggest);
}

/** Whether the field is set by one press on one of its options, which all stand where the value would: the status. */
export function isPressable(definition: FieldDefinition, view: Pick<View, 'abilities'>): boolean {
  const { key, options = [] } = definition;
  return key === 'status' && options.length <= PRESSABLE && isEditable(definition, view);
}
