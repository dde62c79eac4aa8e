import type { MergeChoices } from '../../core/adapter.js';
import { entriesOf, entryPlaceOf, getValue } from '../../core/contact.js';
import type { Contact, FieldValue } from '../../core/contact.js';
import { displayName } from '../../core/display-name.js';
import { visibleContact } from '../../core/field-definition.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { fieldType } from '../../core/field-type.js';
import { isSameValue } from '../../core/merge-patch.js';
import { isChoosable, mergedContact } from '../../core/merged-contact.js';
import { entryListOf, fieldLabelOf, NAME_KEYS } from '../definitions.js';
import type { View } from '../view.js';

/** Two contacts that are to become one, as the source has answered them. */
export interface Pair {
  readonly contact: Contact;
  readonly other: Contact;
  /** The fields of both. */
  readonly fields: readonly FieldDefinition[];
}

export type Side = 'this' | 'other';

/** What both contacts say in one place: in a field, as their name, or by their picture. */
export interface ComparedRow {
  /** Tells it from other rows. */
  readonly id: string;
  readonly label: string;
  /** The keys whose values are kept together. */
  readonly keys: readonly string[];
  /** What each contact says, in words; empty where that is nothing. */
  readonly texts: Readonly<Record<Side, string>>;
  /** The further email addresses or phone numbers that are kept beside the one of each contact. */
  readonly further: Readonly<Record<Side, readonly string[]>>;
  /** Whether both say the same. */
  readonly isSame: boolean;
  /** Whether it is for the person to choose what is kept. */
  readonly isChoosable: boolean;
}

/** What two contacts say, place by place, save where neither says anything. */
export function comparisonOf(pair: Pair, view: View): readonly ComparedRow[] {
  const { messages } = view;
  const sides = { this: visibleContact(pair.contact, pair.fields), other: visibleContact(pair.other, pair.fields) };
  const row = (
    id: string,
    label: string,
    keys: readonly string[],
    textOf: (side: Side) => string,
    furtherOf: (side: Side) => readonly string[] = () => [],
  ): ComparedRow => {
    const texts = { this: textOf('this'), other: textOf('other') };
    return {
      ...{ id, label, keys, texts, further: { this: furtherOf('this'), other: furtherOf('other') } },
      isSame: keys.every((key) => isSameValue(valueOf(pair.contact, key), valueOf(pair.other, key))),
      isChoosable: keys.every((key) => isChoosable(key, pair.fields)),
    };
  };
  const fields = view.definitions.filter(({ key }) => !NAME_KEYS.includes(key) && !entryPlaceOf(key));
  return [
    row('picture', messages.picture, ['avatarUrl'], (side) => sides[side].avatarUrl ?? ''),
    row('name', messages.name, [...NAME_KEYS, 'displayName'], (side) => nameOf(sides[side])),
    ...fields.map((field) =>
      row(
        `field ${field.key}`,
        fieldLabelOf(field, view),
        [field.key],
        (side) => textIn(field, side === 'this' ? pair.contact : pair.other, view),
        (side) =>
          furtherIn(field, mergedContact(sides.this, sides.other, { [field.key]: side }, view.abilities.editEntries), view),
      ),
    ),
  ].filter(({ texts }) => texts.this || texts.other);
}

/** Whose value is kept as long as the person has chosen nothing: this contact's, unless only the other one has any. */
export function keptAtFirst({ texts }: ComparedRow): Side {
  return texts.this || !texts.other ? 'this' : 'other';
}

/** Whether there is anything to choose in a row. */
export function isOpen({ isChoosable: canChoose, isSame }: ComparedRow): boolean {
  return canChoose && !isSame;
}

/** The choices that say for each key which value was shown as the one that is kept. */
export function choicesFor(rows: readonly ComparedRow[], sideOf: (row: ComparedRow) => Side): MergeChoices {
  return Object.fromEntries(rows.filter(isOpen).flatMap((row) => row.keys.map((key) => [key, sideOf(row)] as const)));
}

/** The name without what stands for one. */
function nameOf({ email: _, phone: __, ...named }: Contact): string {
  return displayName(named);
}

function valueOf(contact: Contact, key: string): FieldValue {
  return key === 'avatarUrl' || key === 'displayName' ? (contact[key] ?? null) : getValue(contact, key);
}

function textIn(definition: FieldDefinition, contact: Contact, view: View): string {
  const value = getValue(contact, definition.key);
  if (definition.access === 'mask') return value === null ? '' : view.messages.hidden;
  return textOf(value, definition, view);
}

/** The email addresses or phone numbers of a contact beside the primary one. */
function furtherIn(definition: FieldDefinition, contact: Contact, view: View): readonly string[] {
  const list = entryListOf(definition.key);
  const further = list ? entriesOf(contact, list).filter(({ isPrimary }) => !isPrimary) : [];
  return further.map(({ value }) => textOf(value, definition, view));
}

function textOf(value: FieldValue, definition: FieldDefinition, { lang, messages }: View): string {
  return fieldType(definition.type).text(value, { definition, lang, words: messages });
}
