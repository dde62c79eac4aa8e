import { entriesOf, isSameAddress } from '../core/contact.js';
import type { Channel, Contact, ContactEntry, EntryList, FieldValue, Person } from '../core/contact.js';
import { displayName } from '../core/display-name.js';
import { isBlank } from '../core/invisible-text.js';

/** What a card says of a contact. */
export type CardContact = Partial<
  Pick<
    Contact,
    | 'firstName'
    | 'lastName'
    | 'displayName'
    | 'country'
    | 'language'
    | 'email'
    | 'phone'
    | 'emails'
    | 'phones'
    | 'avatarUrl'
    | 'channels'
    | 'tags'
    | 'custom'
  >
>;

/**
 * Why a part of a card was not read: a contact has `no-place` for it, has one such value and this is the `second`, what it says is
 * `invalid`, the card is `unfinished`, or it is a `group` and not a contact.
 */
export type SkipReason = 'no-place' | 'second' | 'invalid' | 'unfinished' | 'group';

/** A part of a card that was not read, and why. */
export interface SkippedPart {
  /** The name of the property; of a line that is none, how it begins. */
  readonly property: string;
  /** Its line in the text, from 1; JSContact has none. */
  readonly line?: number;
  readonly reason: SkipReason;
}

/** A card as it was read. */
export interface ReadCard {
  /** What its author calls it. */
  readonly uid?: string;
  readonly contact: CardContact;
  readonly skipped: readonly SkippedPart[];
}

/** Where the fields of the host's own stand in a card. */
export interface CardMapping {
  /** The vCard property of a custom field that has one, by the field's key: `{company: 'ORG'}`. */
  readonly properties?: Readonly<Record<string, string>>;
}

/**
 * Where custom fields stand that no standard knows: a property of JSContact under a domain of this project (RFC 9553, 1.8.1), which
 * vCard has as JSPROP (RFC 9555, 3.2).
 */
export const CUSTOM = 'contact-details.github.io:custom';

/** The name that a card shows. It has to have one: without any it is the id. */
export function fullName(contact: Contact): string {
  return displayName(contact) || contact.id;
}

/** The name given by the channel, where the card's full name does not say it. */
export function nickname(contact: Contact): string | undefined {
  const { displayName: name, email, firstName, id, lastName, phone } = contact;
  const isFullName = name === fullName(contact) && !firstName && !lastName && ![email, phone, id].includes(name);
  return !name || isBlank(name) || isFullName ? undefined : name;
}

/** The handles by which a contact is reached, other than the phone number and the email address. */
export function handles({
  channels = [],
  email,
  phone,
}: Contact): readonly { readonly type: string; readonly handle: string }[] {
  return channels.flatMap(({ handle, type }) => (handle && handle !== email && handle !== phone ? [{ type, handle }] : []));
}

/** A channel that a card tells of: nobody has connected it yet. */
export function channelOf(service: string, handle: string): Channel {
  const type = service.trim().toLowerCase();
  return { id: `${type}:${handle}`, type, handle, state: 'inactive' };
}

/** The email addresses or phone numbers that are written, the primary one first. */
export function writtenEntries(contact: Contact, list: EntryList): readonly ContactEntry[] {
  const entries = entriesOf(contact, list);
  return [...entries.filter(({ isPrimary }) => isPrimary), ...entries.filter(({ isPrimary }) => !isPrimary)];
}

/** What was read of several addresses or numbers, the preferred one first: each once; one alone is the field's value and no list. */
export function readEntries(entries: readonly ContactEntry[]): {
  readonly primary: string | undefined;
  readonly all: readonly ContactEntry[] | undefined;
} {
  const all = entries.filter(({ value }, at) => entries.findIndex((other) => isSameAddress(other.value, value)) === at);
  const [first, ...others] = all;
  return { primary: first?.value, all: first && others.length ? [{ ...first, isPrimary: true }, ...others] : undefined };
}

/** The custom fields that are written, by key. Persons are left out: they work for the host. */
export function customValues({ custom = {} }: Contact): readonly (readonly [key: string, value: CustomValue])[] {
  return Object.entries(custom).flatMap(([key, value]) => (isCustomValue(value) ? [[key, value] as const] : []));
}

/** A value of a custom field that a card may have. */
export type CustomValue = Exclude<FieldValue, Person | null>;

/** Whether something can be the value of a custom field in a card. */
export function isCustomValue(value: unknown): value is CustomValue {
  return Array.isArray(value)
    ? value.every((member: unknown) => typeof member === 'string')
    : ['string', 'number', 'boolean'].includes(typeof value);
}

/** What the properties of a card say, read. */
export interface FoundInCard extends Omit<CardContact, 'tags'> {
  readonly uid: string | undefined;
  readonly fullName: string | undefined;
  readonly nickname: string | undefined;
  readonly tags: readonly string[];
}

/** A card of what was found in one: the full name is the channel's where there is no other, and it is no phone number, address or id. */
export function readCard(
  found: { readonly [K in keyof FoundInCard]: FoundInCard[K] | undefined },
  skipped: readonly SkippedPart[],
): ReadCard {
  const { fullName: full, nickname: nick, tags = [], uid, ...values } = found;
  const isName = !values.firstName && !values.lastName && ![values.email, values.phone, uid].includes(full);
  const all = {
    ...values,
    displayName: nick ?? (isName ? full : undefined),
    tags: [...new Set(tags)].map((name) => ({ id: name, name })),
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined && value !== '' && !isEmpty(value));
  return { ...(uid === undefined ? {} : { uid }), contact: Object.fromEntries(given), skipped };
}

function isEmpty(value: object | string): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}
