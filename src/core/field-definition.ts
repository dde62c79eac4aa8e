import { isStandardKey, PRIMARY_KEYS, STANDARD_KEYS } from './contact.js';
import type { Contact, StandardKey } from './contact.js';
import { ownValue } from './own-value.js';

/** One choice of a list, a searched field or a person field. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly avatarUrl?: string;
  /** Other words it is found by. */
  readonly keywords?: readonly string[];
}

/** How a source describes a field. */
export interface FieldDefinition {
  /** A standard field's key refines that field; any other key is a custom field. */
  readonly key: string;
  readonly label?: string;
  /** The name of a registered field type; an unknown one is shown as text and not edited. */
  readonly type: string;
  readonly description?: string;
  readonly options?: readonly Option[];
  /** ISO 4217 code of the currency in which amounts are. */
  readonly currency?: string;
  readonly required?: boolean;
  readonly readonly?: boolean;
  readonly readonlyReason?: string;
  /** `edit` (default), `view`, `mask` (nobody sees it: not here, in no copy) or `hide`. */
  readonly access?: 'edit' | 'view' | 'mask' | 'hide';
  /** A regular expression the whole text must match, as in HTML's `pattern`, or a literal `/…/flags`; and what to say when not. */
  readonly pattern?: string;
  readonly patternHint?: string;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxLength?: number;
  readonly group?: string;
  readonly pinned?: boolean;
  readonly linkText?: string;
  /** Whether the reader may ask to see a masked value. */
  readonly revealable?: boolean;
}

/** The types of those standard fields that have no type of their own name. */
const TYPES: Readonly<Partial<Record<StandardKey, string>>> = {
  firstName: 'text',
  lastName: 'text',
  assignee: 'person',
  status: 'list',
};

/** Lists all fields to show: the standard ones as the source refines them, then the custom ones in the source's order. */
export function allFields(definitions: readonly FieldDefinition[]): readonly FieldDefinition[] {
  const standard = STANDARD_KEYS.map((key) => ({
    ...definitions.find((definition) => definition.key === key),
    key,
    type: TYPES[key] ?? key,
  }));
  return [...standard, ...definitions.filter(({ key }) => !isStandardKey(key))].filter(({ access }) => access !== 'hide');
}

/** The contact without the values that its reader may not see, for every copy of it: name, label, event. */
export function visibleContact(contact: Contact, definitions: readonly FieldDefinition[]): Contact {
  const hidden: readonly (string | undefined)[] = definitions
    .filter(({ access }) => access === 'mask' || access === 'hide')
    .map(({ key }) => key);
  if (!hidden.length) return contact;
  const visible = (values: object, keyOf: (member: string) => string | undefined) =>
    Object.fromEntries(Object.entries(values).filter(([member]) => !hidden.includes(keyOf(member))));
  const fieldOf = (member: string) =>
    ownValue<StandardKey>(PRIMARY_KEYS, member) ?? (isStandardKey(member) ? member : undefined);
  const { custom = {}, ...standard } = contact;
  return { ...visible(standard, fieldOf), custom: visible(custom, (key) => key) } as unknown as Contact;
}
