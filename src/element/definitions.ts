import { isStandardKey, PRIMARY_KEYS } from '../core/contact.js';
import type { EntryList, FieldValue } from '../core/contact.js';
import { allFields } from '../core/field-definition.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { fieldType, isFieldType } from '../core/field-type.js';
import { teach } from '../core/teach.js';
import type { Messages } from '../i18n/messages.js';
import type { Abilities } from './abilities.js';

/** The fields that make the name, which are edited together. */
export const NAME_KEYS: readonly string[] = ['firstName', 'lastName'];

/** How many options are few enough to be pressed where the value stands. */
const PRESSABLE = 4;

/** A field as a row of the panel, or a further email address or phone number as if it were one. */
export interface RowDefinition extends FieldDefinition {
  /** What stands before the value, where that is less than what the field is called. */
  readonly title?: string | undefined;
}

interface Definitions {
  readonly definitions: readonly FieldDefinition[];
}

interface Editable {
  readonly abilities: Pick<Abilities, 'edit' | 'suggest'>;
}

const sorted = new WeakMap<readonly FieldDefinition[], Sorted>();
let last: Sorted | undefined;

interface Sorted extends Definitions {
  readonly fields: string;
  readonly messages: Messages;
}

/**
 * The fields to show, in order: those the source has pinned, the standard ones, those without a group, then group by group.
 * A status without options of its own gets the usual ones. Fields that say the same get the same answer, so that rows can
 * tell by identity whether they have changed.
 */
export function definitionsFor(fields: readonly FieldDefinition[], messages: Messages): readonly FieldDefinition[] {
  const known = sorted.get(fields);
  if (known?.messages === messages) return known.definitions;
  const text = JSON.stringify(fields);
  const isSame = last?.fields === text && last.messages === messages;
  last = isSame && last ? last : { fields: text, messages, definitions: sort(fields, messages) };
  sorted.set(fields, last);
  return last.definitions;
}

/** The definition of a field, a plain text where the source has none. */
export function definitionOf(key: string, { definitions }: Definitions): FieldDefinition {
  return definitions.find((definition) => definition.key === key) ?? { key, type: 'text' };
}

/** What a field is called: by the source, or in the reader's language. */
export function labelOf({ key, label }: FieldDefinition, { messages }: { readonly messages: Messages }): string {
  return label ?? (isStandardKey(key) ? messages.fields[key] : key);
}

/** The list whose primary entry a field has. */
export function entryListOf(key: string): EntryList | undefined {
  return (Object.keys(PRIMARY_KEYS) as EntryList[]).find((list) => PRIMARY_KEYS[list] === key);
}

/** What a field is called, whether or not there are several of its values. */
export function fieldLabelOf(definition: RowDefinition, view: { readonly messages: Messages }): string {
  return definition.title ?? labelOf(definition, view);
}

/** The group a field is shown in; an empty text for those above all groups: the pinned and the standard ones. */
export function groupOf({ group = '', key, pinned }: FieldDefinition): string {
  return pinned || isStandardKey(key) ? '' : group;
}

/** The key of the field that an element is in, or of what else is copied there. */
export function keyAt(place: EventTarget | null): string | undefined {
  return (place as Element | null)?.closest?.<HTMLElement>('[data-field]')?.dataset['field'];
}

/** The id of a field's control: made of its place, since keys are data and stay out of ids. */
export function inputIdOf({ key }: FieldDefinition, { definitions }: Definitions): string {
  return `field-${definitions.findIndex((definition) => definition.key === key)}`;
}

/** Whether there is nothing to show of a field: no value, and none that is masked. */
export function isEmpty(value: FieldValue, { access }: FieldDefinition): boolean {
  return access !== 'mask' && (value === null || value === '' || (Array.isArray(value) && !value.length));
}

/** Whether the person may change the field here: allowed by the source, and of a type that has an editor. */
export function isEditable({ access = 'edit', readonly, type }: FieldDefinition, { abilities }: Editable): boolean {
  const { edit, isSuggested = false } = fieldType(type);
  return abilities.edit && access === 'edit' && readonly !== true && edit !== undefined && (!isSuggested || abilities.suggest);
}

/** Whether the field is set by one press on one of its options, which all stand where the value would: the status. */
export function isPressable(definition: FieldDefinition, view: Editable): boolean {
  const { key, options = [] } = definition;
  return key === 'status' && options.length <= PRESSABLE && isEditable(definition, view);
}

function sort(fields: readonly FieldDefinition[], { statuses }: Messages): readonly FieldDefinition[] {
  const options = Object.entries(statuses).map(([value, label]) => ({ value, label }));
  const all = allFields(fields).map((field) => (field.key === 'status' ? { options, ...field } : field));
  for (const { key, type } of all) if (!isFieldType(type)) teach('field-of-unknown-type', `fields.${key}.type`);
  const groups = new Set(['', ...all.map(groupOf)]);
  return [
    ...all.filter(({ pinned }) => pinned),
    ...[...groups].flatMap((group) => all.filter((field) => !field.pinned && groupOf(field) === group)),
  ];
}
